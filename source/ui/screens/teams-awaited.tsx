import {knownOf} from '../../domain/loading.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {Spinner} from '../prompts/spinner.tsx';
import {StepView} from '../step-view.tsx';
import {grouped, waitingWords} from '../words.ts';

/** How far the list of teams is, where nothing can be done before more of it is here. */
export function TeamsAwaited({onCancel}: {readonly onCancel: (() => void) | undefined}) {
	const teams = loaded(useConversation().wizard, 'teams');
	const known = knownOf(teams);
	const waiting = teams.status === 'loading' ? teams.waiting : undefined;
	const soFar = known ? ` ${grouped(known.rows.length)} so far` : '';
	return (
		<StepView title="Team">
			<Spinner onCancel={onCancel}>{waiting ? waitingWords(waiting) : `Loading the teams…${soFar}`}</Spinner>
		</StepView>
	);
}
