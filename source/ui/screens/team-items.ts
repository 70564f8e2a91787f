import type {Region, Team} from '../../domain/credential.ts';
import {once} from '../../domain/once.ts';
import {folded} from '../../domain/search/folded.ts';
import type {GrowingSearch} from '../../domain/search/growing.ts';
import {askedIn, indexed, nearTo} from '../../domain/search/search.ts';
import {isIn} from '../../domain/team-choice.ts';
import {clean} from '../../domain/text.ts';
import {ofEach} from '../of-each.ts';
import {type Item, nearestGroup} from '../prompts/list-rows.ts';
import {grouped, named} from '../words.ts';

const create: Item = {id: 'create', label: 'Create a team'};
const byHand: Item = {id: 'by-hand', label: 'Enter a team ID by hand'};

/** What may be chosen besides a team. The last one takes an ID. */
const others: readonly Item[] = [create, byHand];

/** What a team is searched by. */
export const searchedNames = (team: Team): readonly string[] => [labelOf(team), team.id];

/**
The teams of a region as a list, in the order of the API, and how a query narrows it. Of an ID only what is in it counts:
one that is near to it is that of another team. While more teams come, nothing is near: what is meant may be among those.
On a screen that others see no list of customers stands open: it takes the first letters of a name.
*/
export function teamItems(
	rows: readonly Team[],
	region: Region | undefined,
	{
		search,
		isWhole,
		isPresenting,
	}: {readonly search: GrowingSearch<Team>; readonly isWhole: boolean; readonly isPresenting: boolean},
): {
	readonly items: readonly Item[];
	readonly count: number;
	readonly find: (query: string) => readonly Item[];
} {
	const here = rows.filter(team => isIn(team, region));
	const endIn = endsOf(here, isPresenting);
	const itemOf = ofEach(
		(team: Team): Item => ({id: team.id, label: labelOf(team), end: endIn(team), isNamed: true}),
	);
	const near = once(() => nearTo(here.map(item => indexed({item, names: [clean(item.name ?? '')]}))));
	return {
		items: isPresenting ? others : [...here.map(itemOf), ...others],
		count: here.length,
		find(query) {
			if (isPresenting && !opensList(query)) return others;
			const found = search(here, query);
			if (found.length > 0) return found.map(itemOf);
			if (!isWhole) return [{...byHand, label: 'No team so far matches: enter its ID by hand'}, create];
			const nearest = near()(askedIn(query)).map(team => ({...itemOf(team), group: nearestGroup}));
			return nearest.length > 0
				? [...nearest, byHand, create]
				: [{...byHand, label: 'No team matches: enter its ID by hand'}, create];
		},
	};
}

const opening = 2;

/** Whether a query opens a list of customers on a screen that others see: by its letters, since signs narrow nothing. */
export const opensList = (query: string): boolean => folded(query).letters.length >= opening;

/**
How many of the teams are shown because they match; how many there are where others see the screen and none is. Where
more come, it is how many there are so far.
*/
export function countWords(
	shown: readonly Item[],
	count: number,
	{isWhole, isPresenting}: {readonly isWhole: boolean; readonly isPresenting: boolean},
): string {
	// What is no team stands at the end.
	const rest = shown.slice(-others.length).filter(({id}) => others.some(other => other.id === id)).length;
	const matching = shown[0]?.group === nearestGroup ? 0 : shown.length - rest;
	const all = grouped(count);
	const teams = isWhole ? (count === 1 ? '1 team' : `${all} teams`) : `${all} so far`;
	const isAll = matching === count || (isPresenting && matching === 0);
	return isAll ? teams : `${grouped(matching)} of ${teams}`;
}

/**
As much of each ID as tells teams of one name apart: its beginning, or all of it where two of them begin alike. On a screen
that others see it is the end and no more.
*/
function endsOf(teams: readonly Team[], isPresenting: boolean): (team: Team) => string {
	if (isPresenting) return endOf;
	const seen = new Set<string>();
	const twice = new Set<string>();
	for (const look of teams.map(lookOf)) (seen.has(look) ? twice : seen).add(look);
	return team => (twice.has(lookOf(team)) ? clean(team.id) : beginningOf(team));
}

const labelOf = ofEach<Team, string>(named);
const beginningOf = ofEach<Team, string>(({id}) => clean(id.slice(0, 8)));
const lookOf = ofEach<Team, string>(team => `${labelOf(team)} ${beginningOf(team)}`);
const endOf = ofEach<Team, string>(({id}) => `…${clean(id.slice(-4))}`);
