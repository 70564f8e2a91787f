import {findProvider} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {Menu} from '../prompts/menu.tsx';
import {StepView} from '../step-view.tsx';

const title = 'Provider';

/** Asks again where one's own OAuth application does not apply. */
export function DoubtedProvider({
	provider: {name, reason},
	onAccept,
	onOther,
}: {
	readonly provider: Provider;
	readonly onAccept: () => void;
	readonly onOther: () => void;
}) {
	return (
		<StepView
			title={title}
			notes={[
				{tone: 'warning', text: `${name}: ${reason ?? 'it takes no application of your own.'}`},
				{tone: 'plain', text: 'The API takes a credential for it, but it is likely never used.'},
			]}
		>
			<Menu
				items={[
					{value: 'back', label: 'Choose another provider'},
					{value: 'on', label: `Go on with ${name} all the same`},
				]}
				onChoose={choice => (choice === 'on' ? onAccept() : onOther())}
				onBack={onOther}
			/>
		</StepView>
	);
}

/** Asks again where the provider ends its API, with the one that takes its place, if any. */
export function EndingProvider({
	provider,
	onChoose,
	onBack,
}: {
	readonly provider: Provider;
	readonly onChoose: (provider: Provider) => void;
	readonly onBack: () => void;
}) {
	const {name, lifecycle} = provider;
	const successor =
		'successor' in lifecycle && lifecycle.successor ? findProvider(lifecycle.successor) : undefined;
	return (
		<StepView
			title={title}
			notes={[{tone: 'warning', text: 'note' in lifecycle ? `${name}: ${lifecycle.note}` : name}]}
		>
			<Menu
				items={[
					...(successor ? [{value: 'successor', label: `Take ${successor.name} instead`} as const] : []),
					{value: 'on', label: `Go on with ${name}`} as const,
				]}
				onChoose={choice => onChoose(choice === 'successor' && successor ? successor : provider)}
				onBack={onBack}
			/>
		</StepView>
	);
}
