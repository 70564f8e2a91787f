import {useMemo, useState} from 'react';
import type {Region, Team} from '../../domain/credential.ts';
import {uuid} from '../../domain/field-values.ts';
import {isIn, type TeamChoice} from '../../domain/team-choice.ts';
import {clean, normal} from '../../domain/text.ts';
import type {TeamAnswer} from '../../wizard/answers.ts';
import {teamAskedFor} from '../../wizard/following.ts';
import {loaded} from '../../wizard/wants.ts';
import {useConversation} from '../conversation.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import type {Item} from '../prompts/list-rows.ts';
import {ProblemMenu} from '../prompts/problem-menu.tsx';
import {Spinner} from '../prompts/spinner.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {StepView} from '../step-view.tsx';
import {named, waitingWords} from '../words.ts';

const title = 'Team';

/** Type to find a team among all of the region, or give its ID by hand, which always works. */
export function TeamList() {
	const {wizard, dispatch, back} = useConversation();
	const [isByHand, setIsByHand] = useState(false);
	const teams = loaded(wizard, 'teams');
	if (isByHand) {
		const rows = teams.status === 'loaded' ? teams.value.rows : [];
		return <TeamIdQuestion rows={rows} onBack={() => setIsByHand(false)} />;
	}
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
						choice === 'retry' ? dispatch({type: 'retried', kind: 'teams'}) : setIsByHand(true)
					}
					onBack={back}
				/>
			</StepView>
		);
	}
	if (teams.status === 'loading') {
		const {count, waiting} = teams;
		const soFar = count === undefined ? '' : ` ${count} so far`;
		return (
			<StepView title={title}>
				<Spinner onCancel={back}>{waiting ? waitingWords(waiting) : `Loading the teams…${soFar}`}</Spinner>
			</StepView>
		);
	}
	const warnings = [
		notFoundWords(teamAskedFor(wizard), wizard.answers.region),
		wizard.refusals.team,
		teams.value.warning,
	].filter(text => text !== undefined);
	return <ListedTeams rows={teams.value.rows} warnings={warnings} onByHand={() => setIsByHand(true)} />;
}

/** Why the team that a flag named is not chosen by it. */
function notFoundWords(choice: TeamChoice | undefined, region: Region | undefined): string | undefined {
	switch (choice?.kind) {
		case 'several':
			return `${choice.teams.length} teams in ${region} have the name that was asked for. Choose one.`;
		case 'elsewhere':
			return `The team that was asked for lives in ${clean(choice.region)}, not in ${region}.`;
		case 'incomplete':
			return `${choice.warning} Another team may have the name that was asked for. Choose one.`;
		case 'none':
		case 'unlisted':
			return `No team in ${region} has the name or ID that was asked for.`;
		default:
			return undefined;
	}
}

function ListedTeams({
	rows,
	warnings,
	onByHand,
}: {
	readonly rows: readonly Team[];
	readonly warnings: readonly string[];
	readonly onByHand: () => void;
}) {
	const {wizard, dispatch, back} = useConversation();
	const {region} = wizard.answers;
	const {all, find} = useMemo(() => {
		const here = rows.filter(team => isIn(team, region));
		const listed = here.map(team => ({item: itemOf(team), text: normal(`${team.name ?? ''} ${team.id}`)}));
		return {
			all: [...listed.map(({item}) => item), byHand],
			find(query: string) {
				const found = listed.filter(({text}) => text.includes(normal(query))).map(({item}) => item);
				return found.length > 0 ? found : [{...byHand, label: 'No team matches: enter its ID by hand'}];
			},
		};
	}, [rows, region]);
	const count = all.length - 1;
	return (
		<StepView
			title={title}
			help={count === 0 ? `This organization has no team in ${region}.` : 'Type a part of its name or ID.'}
			notes={warnings.map(text => ({tone: 'warning', text}))}
		>
			<ListPrompt
				items={all}
				find={find}
				initial={wizard.drafts.team?.id}
				hasDefault={count < 2}
				status={shown => `${shown.filter(({id}) => id !== byHand.id).length} of ${count} teams in ${region}`}
				onChoose={id => {
					const team = rows.find(candidate => candidate.id === id);
					if (team) dispatch({type: 'answered', step: 'team', answer: teamAnswer(team)});
					else onByHand();
				}}
				onBack={back}
			/>
		</StepView>
	);
}

const byHand: Item = {id: 'by-hand', label: 'Enter a team ID by hand'};

function TeamIdQuestion({rows, onBack}: {readonly rows: readonly Team[]; readonly onBack: () => void}) {
	const {wizard, dispatch} = useConversation();
	const {region} = wizard.answers;
	return (
		<StepView title={title} help="The team’s ID, from the Junction dashboard.">
			<TextPrompt
				initial={wizard.drafts.team?.id ?? ''}
				onSubmit={text => {
					const parsed = uuid.safeParse(text);
					if (!parsed.success) return parsed.error.issues[0]?.message;
					const known = rows.find(team => team.id === parsed.data);
					if (known && !isIn(known, region))
						return `${named(known)} lives in ${clean(known.region ?? '')}. Go back and choose that region.`;
					dispatch({type: 'answered', step: 'team', answer: known ? teamAnswer(known) : {id: parsed.data}});
					return undefined;
				}}
				onBack={onBack}
			/>
		</StepView>
	);
}

const teamAnswer = ({id, name}: Team): TeamAnswer => (name === undefined ? {id} : {id, name});

const itemOf = (team: Team): Item => ({id: team.id, label: named(team), detail: clean(team.id)});
