import type {Team} from '../../domain/credential.ts';
import type {Listing} from '../../domain/ports.ts';
import {isForbidden, type Problem} from '../../domain/problem.ts';
import {growingSearch} from '../../domain/search/growing.ts';
import {isIn} from '../../domain/team-choice.ts';
import {clean} from '../../domain/text.ts';
import {teamAskedFor} from '../../wizard/following.ts';
import type {Wizard} from '../../wizard/state.ts';
import {isProvedByTeam} from '../../wizard/team-step.ts';
import {loaded} from '../../wizard/wants.ts';
import {byHand, byKeyOfTeam} from '../screens/team-by-id.tsx';
import {searchedNames, teamItems} from '../screens/team-items.ts';
import {notChosenWords, teamAnswer} from '../screens/team-list.tsx';
import {named} from '../words.ts';
import {prove} from './proving.ts';
import {choose, chooseAfter, goBack, type Talk} from './talk.ts';
import {askId} from './target-questions.ts';

/** A part of a name among all teams of the region, or an ID, which always works. */
export async function team(talk: Talk): Promise<void> {
	if (typeof talk.wizard().teamEntry === 'object') return prove(talk, 'team');
	const isRead = (wizard: Wizard) =>
		loaded(wizard, 'teams').status !== 'loading' ||
		wizard.answers.team !== undefined ||
		typeof wizard.teamEntry === 'object';
	const wizard = await talk.until(isRead, 'Loading the teams.', 'teams');
	if (wizard.answers.team || typeof wizard.teamEntry === 'object') return;
	const teams = loaded(wizard, 'teams');
	if (wizard.teamEntry === 'by-hand') return teamById(talk);
	if (teams.status === 'failed' && isForbidden(teams.problem)) return teamById(talk);
	if (teams.status === 'failed') return unlisted(talk, teams.problem);
	if (teams.status === 'loaded') await listed(talk, teams.value);
}

async function unlisted(talk: Talk, problem: Problem): Promise<void> {
	const choice = await chooseAfter(talk, problem, [
		{id: 'by-hand', label: 'Enter the team’s ID'},
		{id: 'retry', label: 'Try to list them again'},
	]);
	if (choice === undefined) goBack(talk);
	else if (choice === 'by-hand') await teamById(talk);
	else talk.dispatch({type: 'retried', kind: 'teams'});
}

async function listed(talk: Talk, {rows, warning}: Listing<Team>): Promise<void> {
	const wizard = talk.wizard();
	const {team: asked = ''} = wizard.launch;
	const notChosen = notChosenWords(teamAskedFor(wizard), asked, wizard.answers.region);
	talk.say(...[notChosen, warning].filter(text => text !== undefined));
	const {items, find, count} = teamItems(rows, wizard.answers.region, {
		search: growingSearch(searchedNames),
		isWhole: true,
		isPresenting: false,
	});
	// A team is created by the command, which says what that cannot be undone.
	const isHere = ({id}: {readonly id: string}) => id !== 'create';
	talk.say(count === 0 ? 'There is no team in this region. byoo teams create makes one.' : whichTeam);
	const id = await choose(talk, items.filter(isHere), {
		find: query => find(query).filter(isHere),
		what: 'teams, and the choice to enter an ID as the last one',
		count,
		isBefore: one => one === wizard.drafts.team?.id,
	});
	const row = rows.find(one => one.id === id);
	if (id === undefined) goBack(talk);
	else if (row) talk.dispatch({type: 'answered', step: 'team', answer: teamAnswer(row)});
	else await teamById(talk);
}

const whichTeam = 'Which team gets its own application?';

async function teamById(talk: Talk): Promise<void> {
	const {answers} = talk.wizard();
	const teams = loaded(talk.wizard(), 'teams');
	talk.say(isProvedByTeam(talk.wizard()) ? byKeyOfTeam : byHand);
	const id = await askId(talk, 'Team ID: ');
	if (id === undefined) return goBack(talk);
	const known = teams.status === 'loaded' ? teams.value.rows.find(one => one.id === id) : undefined;
	if (known && !isIn(known, answers.region))
		talk.say(`${named(known)} lives in ${clean(known.region ?? '')}. Go back and choose that region.`);
	else if (known) talk.dispatch({type: 'answered', step: 'team', answer: teamAnswer(known)});
	else talk.dispatch({type: 'team-given', team: {id, isAsked: true}});
}
