import {Box} from 'ink';
import {forwardsWords} from '../../domain/callback.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {Note} from '../note.tsx';
import {Wrapped} from '../wrapped.tsx';
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
	const {wizard, frame} = useConversation();
	const check = loaded(wizard, 'check');
	if (check.status !== 'loaded')
		return <Wait onCancel={onBack}>Calling the redirect endpoint with a made-up code…</Wait>;
	const {deviations} = check.value;
	return (
		<Box flexDirection="column">
			{deviations.length === 0 && <Note kind="good">{forwardsWords}</Note>}
			{deviations.map(({kind, message, advice}) => (
				<Box key={kind} flexDirection="column">
					<Note kind="warning">{message}</Note>
					<Wrapped width={frame.width} isQuiet>
						{advice}
					</Wrapped>
				</Box>
			))}
			<Menu items={itemsFor(deviations.length === 0)} onChoose={onChoose} onBack={onBack} />
		</Box>
	);
}
