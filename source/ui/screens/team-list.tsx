import {useEffect, useMemo, useState} from 'react';
import type {Region, Team} from '../../domain/credential.ts';
import {knownOf} from '../../domain/loading.ts';
import type {Waiting} from '../../domain/ports.ts';
import {isForbidden} from '../../domain/problem.ts';
import {growingSearch} from '../../domain/search/growing.ts';
import {isIn, type TeamChoice} from '../../domain/team-choice.ts';
import {clean} from '../../domain/text.ts';
import {holdsSecret} from '../../domain/values/secret-runs.ts';
import type {TeamAnswer} from '../../wizard/answers.ts';
import {isTeamAwaited, teamAskedFor} from '../../wizard/following.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import type {Remark} from '../layout.ts';
import {oneLine} from '../prompts/filter-line.tsx';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {ProblemMenu} from '../prompts/problem-menu.tsx';
import {StepView} from '../step-view.tsx';
import {NewTeamQuestions} from './new-team.tsx';
import {TeamIdQuestion, TeamProof} from './team-by-id.tsx';
import {countWords, searchedNames, teamItems} from './team-items.ts';
import {TeamsAwaited} from './teams-awaited.tsx';

const title = 'Team';

/** Type to find a team among all of the region, give its ID by hand, which always works, or create one. */
export function TeamList() {
	const {wizard} = useConversation();
	const [asked, setAsked] = useState<'list' | 'new' | {readonly typed: string}>('list');
	const teams = loaded(wizard, 'teams');
	const rows = knownOf(teams)?.rows ?? [];
	const toList = () => setAsked('list');
	const {status} = wizard.phase;
	if (typeof wizard.teamEntry === 'object') return <TeamProof candidate={wizard.teamEntry} />;
	if (asked === 'new' || status === 'creating' || status === 'not-created') {
		return <NewTeamQuestions rows={rows} onOther={toList} />;
	}
	if (teams.status === 'failed' && isForbidden(teams.problem)) return <TeamIdQuestion rows={rows} />;
	if (typeof asked === 'object' || wizard.teamEntry === 'by-hand')
		return (
			<TeamIdQuestion rows={rows} typed={typeof asked === 'object' ? asked.typed : ''} onOther={toList} />
		);
	return <TeamsRead onByHand={typed => setAsked({typed})} onNew={() => setAsked('new')} />;
}

/**
The list as far as it came. A team that a flag names is waited for, so that nothing is chosen beside it and nothing by a
part of the list.
*/
function TeamsRead({
	onByHand,
	onNew,
}: {
	readonly onByHand: (typed: string) => void;
	readonly onNew: () => void;
}) {
	const {wizard, dispatch, back} = useConversation();
	const teams = loaded(wizard, 'teams');
	if (teams.status === 'failed') {
		return (
			<StepView
				title={title}
				help="The teams cannot be listed. The team’s ID does as well."
				problem={wizard.refusals.team}
			>
				<ProblemMenu
					problem={teams.problem}
					items={[
						{value: 'by-hand', label: 'Enter the team’s ID'},
						{value: 'retry', label: 'Try to list them again'},
					]}
					onChoose={choice =>
						choice === 'retry' ? dispatch({type: 'retried', kind: 'teams'}) : onByHand('')
					}
					onBack={back}
				/>
			</StepView>
		);
	}
	const {region} = wizard.answers;
	const known = knownOf(teams);
	const waiting = teams.status === 'loading' ? teams.waiting : undefined;
	const isWhole = teams.status === 'loaded';
	if (!known || (!isWhole && (isTeamAwaited(wizard) || !known.rows.some(team => isIn(team, region))))) {
		return <TeamsAwaited onCancel={back} />;
	}
	const choice = teamAskedFor(wizard);
	const {team: asked = ''} = wizard.launch;
	const warnings = [notChosenWords(choice, asked, region), wizard.refusals.team, known.warning].filter(
		text => text !== undefined,
	);
	return (
		<ListedTeams
			rows={known.rows}
			isWhole={isWhole}
			waiting={waiting}
			query={choice === undefined || holdsSecret(asked, undefined) ? '' : asked}
			warnings={warnings}
			onByHand={onByHand}
			onNew={onNew}
		/>
	);
}

/** Why the team that a flag named is not chosen by it. */
export function notChosenWords(
	choice: TeamChoice | undefined,
	text: string,
	region: Region | undefined,
): string | undefined {
	// A secret may have been pasted in place of a name.
	const asked = holdsSecret(text, undefined) ? 'that --team gives' : `“${clean(text, 60)}”`;
	switch (choice?.kind) {
		case 'several':
			return `${choice.teams.length} teams in ${region} have the name ${asked}. Choose one.`;
		case 'elsewhere':
			return `The team ${asked} lives in ${clean(choice.region)}, not in ${region}.`;
		case 'incomplete':
			return `${choice.warning} Another team may have the name ${asked} too. Choose one.`;
		case 'none':
		case 'unlisted':
			return `No team in ${region} has the name or ID ${asked}. Look for it by a part of its name.`;
		default:
			return undefined;
	}
}

function ListedTeams({
	rows,
	isWhole,
	waiting,
	query,
	warnings,
	onByHand,
	onNew,
}: {
	readonly rows: readonly Team[];
	/** Whether no more of them come. */
	readonly isWhole: boolean;
	/** Why the next ones do not come at once. */
	readonly waiting: Waiting | undefined;
	/** What the list is narrowed by at first. */
	readonly query: string;
	readonly warnings: readonly string[];
	/** Told what was typed, which may be the ID. */
	readonly onByHand: (typed: string) => void;
	readonly onNew: () => void;
}) {
	const {wizard, dispatch, back, frame, isPresenting} = useConversation();
	const {region} = wizard.answers;
	const [search] = useState(() => growingSearch(searchedNames));
	const {items, count, find} = useMemo(
		() => teamItems(rows, region, {search, isWhole, isPresenting}),
		[rows, region, search, isWhole, isPresenting],
	);
	// What came is made ready as it comes, so that the first key is as quick as the others.
	useEffect(() => void find(''), [find]);
	const pause = waiting ? ` · next try in ${waiting.seconds} s` : '';
	const teamOf = (id: string | undefined) => rows.find(team => team.id === id);
	return (
		<StepView
			title={title}
			help={helpWords(count, region, isPresenting)}
			notes={warnings.map(text => ({tone: 'warning', text}))}
		>
			<ListPrompt
				items={items}
				find={find}
				initial={wizard.drafts.team?.id}
				initialQuery={oneLine(query)}
				hasDefault={isWhole && count < 2}
				status={shown => `${countWords(shown, count, {isWhole, isPresenting})}${pause}`}
				onChoose={(id, query) => {
					const team = teamOf(id);
					if (team) dispatch({type: 'answered', step: 'team', answer: teamAnswer(team)});
					else if (id === 'create') onNew();
					else onByHand(query);
				}}
				onBack={back}
				belowFor={id => (frame.isCompact ? [] : [aboutTeam(teamOf(id))])}
			/>
		</StepView>
	);
}

function helpWords(count: number, region: Region | undefined, isPresenting: boolean): string {
	if (count === 0) return `This organization has no team in ${region}.`;
	return isPresenting
		? 'Which team gets its own application? Two letters of its name open the list.'
		: 'Which team gets its own application?';
}

/** What tells a team apart for certain. The row is always there, so that the list keeps its place. */
const aboutTeam = (team: Team | undefined): Remark => ({
	tone: 'quiet',
	text: team
		? `ID ${clean(team.id)}${createdWords(team)}`
		: 'No match? The last rows create a team, or take its ID.',
	atMost: 1,
	isSpare: true,
});

const createdWords = ({createdOn}: Team): string =>
	createdOn === undefined ? '' : ` · created ${clean(createdOn.slice(0, 10))}`;

export const teamAnswer = ({id, name}: Team): TeamAnswer => (name === undefined ? {id} : {id, name});
