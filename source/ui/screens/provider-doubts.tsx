import {hasEnded, isEnding, lifecycleOn} from '../../domain/providers/dates.ts';
import {findProvider, groupOf} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import type {Remark} from '../layout.ts';
import {Menu, type MenuItem} from '../prompts/menu.tsx';
import {StepView} from '../step-view.tsx';

/** Whether it is asked once more if this provider is meant: own OAuth is not for it, or it ends or has ended. */
export const isDoubted = (provider: Provider): boolean => groupOf(provider) === 'other' || isEnding(provider);

/** Asks once more, with all that speaks against the provider; the one that takes its place comes first. */
export function DoubtedProvider({
	provider,
	today,
	onAccept,
	onSuccessor,
	onOther,
}: {
	readonly provider: Provider;
	readonly today: Date;
	readonly onAccept: () => void;
	readonly onSuccessor: (successor: Provider) => void;
	readonly onOther: () => void;
}) {
	const successor = provider.successor && findProvider(provider.successor.slug);
	const other: MenuItem<'successor' | 'other'> = successor
		? {value: 'successor', label: `Take ${successor.name} instead`}
		: {value: 'other', label: 'Choose another provider'};
	return (
		<StepView title="Provider" notes={doubtsOf(provider, today)}>
			<Menu
				items={[other, {value: 'on', label: onwards(provider, today)} as const]}
				onChoose={choice => {
					if (choice === 'on') onAccept();
					else if (choice === 'successor' && successor) onSuccessor(successor);
					else onOther();
				}}
				onBack={onOther}
			/>
		</StepView>
	);
}

export const onwards = (provider: Provider, today: Date): string =>
	groupOf(provider) === 'other' || hasEnded(provider, today)
		? `Go on with ${provider.name} all the same`
		: `Go on with ${provider.name}`;

export function doubtsOf(provider: Provider, today: Date): readonly Remark[] {
	const {name, reason} = provider;
	const isOther = groupOf(provider) === 'other';
	const isOver = hasEnded(provider, today);
	return [
		...(isOther
			? [{tone: 'warning', text: `${name}: ${reason ?? 'it takes no application of your own.'}`} as const]
			: []),
		...endingRemarks(provider, today),
		...besideRemarks(provider, isOver),
		...(isOther || isOver ? [{tone: 'plain', text: likelyUnused, isSpare: isOver} as const] : []),
	];
}

const likelyUnused = 'The API takes a credential for it, but it is likely never used.';

function endingRemarks(provider: Provider, today: Date): readonly Remark[] {
	const lifecycle = lifecycleOn(provider, today);
	if (lifecycle.kind !== 'retiring' && lifecycle.kind !== 'retired') return [];
	const {note} = lifecycle;
	return [{tone: 'warning', text: note.startsWith(provider.name) ? note : `${provider.name}: ${note}`}];
}

/** Whether there is time to move from one to the other. */
function besideRemarks({name, successor}: Provider, isOver: boolean): readonly Remark[] {
	const next = successor?.runsBeside && findProvider(successor.slug)?.name;
	if (!next) return [];
	const text = isOver
		? `The short time in which ${name} and ${next} ran side by side is over.`
		: `Until then ${name} and ${next} run side by side.`;
	return [{tone: 'plain', text, isSpare: true}];
}
