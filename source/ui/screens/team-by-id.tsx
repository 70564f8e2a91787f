import type {Team} from '../../domain/credential.ts';
import {uuid} from '../../domain/field-values.ts';
import {isIn} from '../../domain/team-choice.ts';
import {clean} from '../../domain/text.ts';
import type {TeamCandidate} from '../../wizard/state.ts';
import {isListAwaited, isProvedByTeam} from '../../wizard/team-step.ts';
import {useConversation} from '../conversation.ts';
import type {Remark} from '../layout.ts';
import {ProofView} from '../prompts/proof-view.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {named} from '../words.ts';
import {TeamsAwaited} from './teams-awaited.tsx';

const title = 'Team';

/** Asks for a team's ID; one that is not listed here is looked up where it has to prove the key. */
export function TeamIdQuestion({
	rows,
	typed = '',
	onOther,
}: {
	readonly rows: readonly Team[];
	/** What was looked for in the list: kept where it is an ID. */
	readonly typed?: string;
	/** Back to the list, where there is one. */
	readonly onOther?: () => void;
}) {
	const {wizard, dispatch, back, frame} = useConversation();
	const {region} = wizard.answers;
	const isProof = isProvedByTeam(wizard);
	return (
		<StepView
			title={title}
			help={isProof ? byKeyOfTeam : byHand}
			problem={wizard.refusals.team}
			notes={isProof && frame.isCompact ? [inBrief] : []}
		>
			<TextPrompt
				initial={uuid.safeParse(typed).success ? typed : (wizard.drafts.team?.id ?? '')}
				onSubmit={text => {
					const parsed = uuid.safeParse(text);
					if (!parsed.success) return parsed.error.issues[0]?.message;
					const known = rows.find(team => team.id === parsed.data);
					if (known && !isIn(known, region))
						return `${named(known)} lives in ${clean(known.region ?? '')}. Go back and choose that region.`;
					if (known) {
						const {id, name} = known;
						dispatch({type: 'answered', step: 'team', answer: name === undefined ? {id} : {id, name}});
					} else dispatch({type: 'team-given', team: {id: parsed.data, isAsked: true}});
					return undefined;
				}}
				onBack={onOther ?? back}
			/>
		</StepView>
	);
}

export const byHand = 'The team’s ID, from the Junction dashboard.';
/** A small terminal cuts the help before it comes to this. */
const inBrief: Remark = {tone: 'plain', text: 'Enter the ID of its team.', isSpare: true};
export const byKeyOfTeam =
	'This key may not list the teams: it is probably a team’s management key. Enter the ID of its team, from the Junction Dashboard; the team proves the key.';

/** A team on its way. */
export function TeamProof({candidate}: {readonly candidate: TeamCandidate}) {
	const {wizard, dispatch, back} = useConversation();
	const onAgain = () => void dispatch({type: 'team-given'});
	if (isListAwaited(wizard)) return <TeamsAwaited onCancel={candidate.isAsked ? onAgain : back} />;
	return (
		<ProofView
			of="team"
			title={title}
			words={{waiting: 'Looking at the team…', again: 'Enter another ID'}}
			isAsked={candidate.isAsked}
			onAgain={onAgain}
		/>
	);
}
