import type {Region, Team} from '../../domain/credential.ts';
import {folded} from '../../domain/search/folded.ts';
import {type Hits, searchIn} from '../../domain/search/search.ts';
import {isIn} from '../../domain/team-choice.ts';
import {clean} from '../../domain/text.ts';
import {type Item, nearestGroup} from '../prompts/list-rows.ts';
import {named} from '../words.ts';

const create: Item = {id: 'create', label: 'Create a team'};
const byHand: Item = {id: 'by-hand', label: 'Enter a team ID by hand'};

/** What may be chosen besides a team. The last one takes an ID. */
const others: readonly Item[] = [create, byHand];

/**
The teams of a region as a list, in the order of the API, and how a query narrows it. Of an ID only what is in it counts:
one that is near to it is that of another team. On a screen that others see no list of customers stands open: it takes the
first letters of a name.
*/
export function teamItems(
	rows: readonly Team[],
	region: Region | undefined,
	{isPresenting}: {readonly isPresenting: boolean},
): {
	readonly items: readonly Item[];
	readonly count: number;
	readonly find: (query: string) => readonly Item[];
} {
	const here = rows.filter(team => isIn(team, region));
	const ends = endsOf(here, isPresenting);
	const itemOf = (team: Team): Item => ({id: team.id, label: named(team), end: ends.get(team.id) ?? ''});
	const search = remembered(() => searchIn(here.map(item => ({item, names: [named(item), item.id]}))));
	const searchNames = remembered(() => searchIn(here.map(item => ({item, names: [clean(item.name ?? '')]}))));
	const found = ({hits}: Hits<Team>) => hits.map(({item, ranges}) => ({...itemOf(item), ranges}));
	return {
		items: isPresenting ? others : [...here.map(itemOf), ...others],
		count: here.length,
		find(query) {
			if (isPresenting && !opensList(query)) return others;
			const all = search()(query);
			if (!all.isNearest) return found(all);
			const near = found(searchNames()(query)).map(item => ({...item, group: nearestGroup}));
			return near.length > 0
				? [...near, byHand, create]
				: [{...byHand, label: 'No team matches: enter its ID by hand'}, create];
		},
	};
}

const opening = 2;

/** Whether a query opens a list of customers on a screen that others see: by its letters, since signs narrow nothing. */
export const opensList = (query: string): boolean => folded(query).letters.length >= opening;

/** How many of the teams are shown because they match; how many there are where others see the screen and none is. */
export function countWords(shown: readonly Item[], count: number, isPresenting: boolean): string {
	const isTeam = ({id, group}: Item) => group !== nearestGroup && !others.some(other => other.id === id);
	const matching = shown.filter(isTeam).length;
	const teams = count === 1 ? '1 team' : `${count} teams`;
	return matching === count || (isPresenting && matching === 0) ? teams : `${matching} of ${teams}`;
}

/**
As much of each ID as tells teams of one name apart: its beginning, or all of it where two of them begin alike. On a screen
that others see it is the end and no more.
*/
function endsOf(teams: readonly Team[], isPresenting: boolean): ReadonlyMap<string, string> {
	const shortOf = ({id}: Team) => (isPresenting ? `…${clean(id.slice(-4))}` : clean(id.slice(0, 8)));
	const counts = new Map<string, number>();
	const looksOf = (team: Team) => `${named(team)} ${shortOf(team)}`;
	for (const team of teams) counts.set(looksOf(team), (counts.get(looksOf(team)) ?? 0) + 1);
	const isAlike = (team: Team) => !isPresenting && (counts.get(looksOf(team)) ?? 0) > 1;
	return new Map(teams.map(team => [team.id, isAlike(team) ? clean(team.id) : shortOf(team)]));
}

/** Made once, when it is needed first. */
function remembered<Value>(make: () => Value): () => Value {
	let value: {readonly made: Value} | undefined;
	return () => {
		value ??= {made: make()};
		return value.made;
	};
}
