import {useEffect, useMemo, useState} from 'react';
import {type Region, regions, type Team as TeamRow} from '../../domain/credential.ts';
import {uuid} from '../../domain/schemas.ts';
import {clean, normal} from '../../domain/text.ts';
import type {TeamAnswer} from '../../wizard/answers.ts';
import {useConversation} from '../conversation.ts';
import {Note} from '../note.tsx';
import type {Item} from '../prompts/list.ts';
import {ListPrompt} from '../prompts/list-prompt.tsx';
import {TextPrompt} from '../prompts/text-prompt.tsx';
import {Trouble} from '../prompts/trouble.tsx';
import {Wait} from '../prompts/wait.tsx';
import {Step} from '../step.tsx';
import {useTeams} from '../teams.ts';
import {named, waitingWords} from '../words.ts';
import {rowsOf} from '../wrapping.ts';

const title = 'Team';

/** Type to find a team among all of the region, or give its ID by hand, which always works. */
export function Team() {
	const {wizard, dispatch, back, settled} = useConversation();
	const {state, retry} = useTeams();
	const [isByHand, setIsByHand] = useState(false);
	const {region} = wizard.answers;
	const draft = wizard.drafts.team;
	const rows = state.status === 'loaded' ? state.value.rows : undefined;
	// A flag names the team of the first credential, not of those that follow a save.
	const wanted =
		wizard.attempt === 0 && draft === undefined && wizard.refusals.team === undefined
			? settled.team
			: undefined;
	const found = wanted !== undefined && rows && region ? teamNamed(wanted, rows, region) : undefined;
	const isUnlisted = state.status === 'failed' && wanted !== undefined && uuid.safeParse(wanted).success;

	useEffect(() => {
		if (found?.team)
			dispatch({type: 'answered', step: 'team', answer: teamAnswer(found.team), isAsked: false});
		else if (isUnlisted && wanted)
			dispatch({type: 'answered', step: 'team', answer: {id: uuid.parse(wanted)}, isAsked: false});
	}, [found?.team, isUnlisted, wanted, dispatch]);

	if (isByHand) return <ByHand rows={rows ?? []} onBack={() => setIsByHand(false)} />;
	if (state.status === 'failed' && !isUnlisted) {
		return (
			<Step
				title={title}
				help="The teams cannot be listed. The team’s ID does as well."
				problem={wizard.refusals.team}
			>
				<Trouble
					problem={state.problem}
					items={[
						{value: 'by-hand', label: 'Enter the team’s ID'},
						{value: 'retry', label: 'Try to list them again'},
					]}
					onChoose={choice => (choice === 'retry' ? retry() : setIsByHand(true))}
					onBack={back}
				/>
			</Step>
		);
	}
	if (state.status !== 'loaded' || found?.team) {
		const count = state.status === 'loading' ? state.count : undefined;
		const waiting = state.status === 'loading' ? state.waiting : undefined;
		const soFar = count === undefined ? '' : ` ${count} so far`;
		return (
			<Step title={title}>
				<Wait onCancel={back}>{waiting ? waitingWords(waiting) : `Loading the teams…${soFar}`}</Wait>
			</Step>
		);
	}
	const warnings = [found?.warning, wizard.refusals.team, state.value.warning].filter(
		text => text !== undefined,
	);
	return <TeamList rows={state.value.rows} warnings={warnings} onByHand={() => setIsByHand(true)} />;
}

function TeamList({
	rows,
	warnings,
	onByHand,
}: {
	readonly rows: readonly TeamRow[];
	readonly warnings: readonly string[];
	readonly onByHand: () => void;
}) {
	const {wizard, dispatch, back, frame} = useConversation();
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
	const warningRows = warnings.reduce((sum, text) => sum + rowsOf(text, frame.width - 2), 0);
	return (
		<Step
			title={title}
			help={count === 0 ? `This organization has no team in ${region}.` : 'Type a part of its name or ID.'}
		>
			{warnings.map(text => (
				<Note key={text} kind="warning">
					{text}
				</Note>
			))}
			<ListPrompt
				items={all}
				find={find}
				initial={wizard.drafts.team?.id}
				hasDefault={count < 2}
				rows={frame.bodyRows - 1 - warningRows}
				status={shown => `${shown.filter(({id}) => id !== byHand.id).length} of ${count} teams in ${region}`}
				onChoose={id => {
					const team = rows.find(candidate => candidate.id === id);
					if (team) dispatch({type: 'answered', step: 'team', answer: teamAnswer(team)});
					else onByHand();
				}}
				onBack={back}
			/>
		</Step>
	);
}

const byHand: Item = {id: 'by-hand', label: 'Enter a team ID by hand'};

function ByHand({rows, onBack}: {readonly rows: readonly TeamRow[]; readonly onBack: () => void}) {
	const {wizard, dispatch} = useConversation();
	const {region} = wizard.answers;
	return (
		<Step title={title} help="The team’s ID, from the Junction dashboard.">
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
		</Step>
	);
}

/** A team is somewhere else only where its region is a known one. */
const isIn = (team: TeamRow, region: Region | undefined): boolean => {
	const home = regions.find(known => known === team.region?.toLowerCase());
	return home === undefined || home === region;
};

/** The team that a flag names by ID or by its exact name, if it is the only one. */
function teamNamed(
	wanted: string,
	rows: readonly TeamRow[],
	region: Region,
): {readonly team?: TeamRow; readonly warning?: string} {
	const matches = rows.filter(
		team => team.id === wanted.toLowerCase() || normal(team.name ?? '') === normal(wanted),
	);
	const here = matches.filter(team => isIn(team, region));
	const [only] = here;
	if (only && here.length === 1) return {team: only};
	if (here.length > 1)
		return {warning: `${here.length} teams in ${region} have the name that was asked for. Choose one.`};
	const elsewhere = clean(matches[0]?.region ?? '');
	return {
		warning: elsewhere
			? `The team that was asked for lives in ${elsewhere}, not in ${region}.`
			: `No team in ${region} has the name or ID that was asked for.`,
	};
}

const teamAnswer = ({id, name}: TeamRow): TeamAnswer => (name === undefined ? {id} : {id, name});

const itemOf = (team: TeamRow): Item => ({id: team.id, label: named(team), detail: clean(team.id)});
