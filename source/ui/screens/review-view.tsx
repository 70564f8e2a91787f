import type {Problem} from '../../domain/problem.ts';
import {plannedSave} from '../../wizard/submission.ts';
import {beforeOf, loaded, obstacleIn} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {ProblemMenu} from '../prompts/problem-menu.tsx';
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
	const obstacle = obstacleIn(before);
	if (obstacle) return <NoLook problem={obstacle} />;
	const twinClientId = look.status === 'loaded' ? look.value.twinClientId : undefined;
	return wizard.phase.status === 'submitting' ? (
		<Saving progress={wizard.phase.progress ?? {kind: 'checking'}} />
	) : (
		<ReviewLines planned={planned} twinClientId={twinClientId ?? undefined} />
	);
}

/** Nothing is written over what nobody could look at, as long as looking is possible at all. */
function NoLook({problem}: {readonly problem: Problem}) {
	const {dispatch, back} = useConversation();
	return (
		<StepView title="Review" help="What is stored for this team has to be seen before anything is sent.">
			<ProblemMenu
				problem={problem}
				items={[
					{value: 'again', label: 'Look again'},
					{value: 'back', label: 'Back'},
				]}
				onChoose={choice => (choice === 'again' ? dispatch({type: 'retried', kind: 'look'}) : back?.())}
				onBack={back}
			/>
		</StepView>
	);
}
