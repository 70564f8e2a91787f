import {forwardsWords} from '../../output/redirect-check-text.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import type {Block} from '../layout.ts';
import {Said} from '../said.tsx';
import {Menu, type MenuItem} from './menu.tsx';
import {Wait} from './wait.tsx';

/** The customer's own redirect endpoint tried with a made-up code, and every way in which it differs. */
export function RedirectCheck<Id extends string>({
	itemsFor,
	onChoose,
	onBack,
}: {
	readonly itemsFor: (isRight: boolean) => readonly MenuItem<Id>[];
	readonly onChoose: (id: Id) => void;
	readonly onBack: () => void;
}) {
	const {wizard} = useConversation();
	const check = loaded(wizard, 'check');
	if (check.status !== 'loaded')
		return <Wait onCancel={onBack}>Calling the redirect endpoint with a made-up code…</Wait>;
	const {deviations} = check.value;
	const isRight = deviations.length === 0;
	const items = itemsFor(isRight);
	const blocks = isRight
		? [{look: 'good', text: forwardsWords} as const]
		: deviations.flatMap(({message, advice}): readonly Block[] => [
				{look: 'warning', text: message},
				{look: 'quiet', text: advice, isSpare: true},
			]);
	return (
		<Said blocks={blocks} least={items.length}>
			<Menu items={items} onChoose={onChoose} onBack={onBack} />
		</Said>
	);
}
