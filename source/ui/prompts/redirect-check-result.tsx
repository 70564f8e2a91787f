import {forwardsWords} from '../../domain/callback.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import type {Remark} from '../layout.ts';
import {Remarks} from '../remarks.tsx';
import {Menu, type MenuItem} from './menu.tsx';
import {Spinner} from './spinner.tsx';

/** The customer's own redirect endpoint tried with a made-up code, and every way in which it differs. */
export function RedirectCheckResult<Id extends string>({
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
		return <Spinner onCancel={onBack}>Calling the redirect endpoint with a made-up code…</Spinner>;
	const {deviations} = check.value;
	const isRight = deviations.length === 0;
	const items = itemsFor(isRight);
	const remarks = isRight
		? [{tone: 'good', text: forwardsWords} as const]
		: deviations.flatMap(({message, advice}): readonly Remark[] => [
				{tone: 'warning', text: message},
				{tone: 'quiet', text: advice, isSpare: true},
			]);
	return (
		<Remarks remarks={remarks} least={items.length}>
			<Menu items={items} onChoose={onChoose} onBack={onBack} />
		</Remarks>
	);
}
