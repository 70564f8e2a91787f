import {plannedSave} from '../../wizard/submission.ts';
import {beforeOf, loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {Spinner} from '../prompts/spinner.tsx';
import {StepView} from '../step-view.tsx';
import {ReviewLines} from './review-lines.tsx';
import {Saving} from './saving.tsx';

/** The last look: what is stored is read, every line can be changed, and Submit says what it does. */
export function ReviewView() {
	const {wizard, back} = useConversation();
	const before = beforeOf(wizard);
	const planned = before && plannedSave(wizard.answers, before);
	const look = loaded(wizard, 'look');
	if (!planned) {
		return (
			<StepView title="Review">
				<Spinner onCancel={back}>Looking at what is stored for this team…</Spinner>
			</StepView>
		);
	}
	const twinClientId = look.status === 'loaded' ? look.value.twinClientId : undefined;
	return wizard.phase.status === 'submitting' ? (
		<Saving progress={wizard.phase.progress ?? {kind: 'checking'}} />
	) : (
		<ReviewLines planned={planned} twinClientId={twinClientId ?? undefined} />
	);
}
