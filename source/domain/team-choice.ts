import type {Region, Team} from './credential.ts';
import {regions} from './credential.ts';
import {uuid} from './field-values.ts';
import type {Listing} from './ports.ts';
import {normal} from './text.ts';

/**
Which team an ID or a name means:

- `found`: this one, and no other
- `unlisted`: an ID that the list lacks, or that could not be looked up (`isLooked` is false)
- `elsewhere`: it lives in another region than the one that is meant
- `several`: a name that more than one team has
- `incomplete`: one team has the name, but the list is not whole: another one may have it too
- `none`: a name that no team has
- `unknown`: a name that cannot be looked up, since there is no list
*/
export type TeamChoice =
	| {readonly kind: 'found'; readonly team: Team}
	| {readonly kind: 'unlisted'; readonly id: string; readonly isLooked: boolean}
	| {readonly kind: 'elsewhere'; readonly region: string}
	| {readonly kind: 'several'; readonly teams: readonly Team[]}
	| {readonly kind: 'incomplete'; readonly warning: string}
	| {readonly kind: 'none'}
	| {readonly kind: 'unknown'};

/** The ID that the text is, in the API's spelling, or undefined where it must be a name. */
export const teamIdOf = (text: string): string | undefined => uuid.safeParse(text).data;

/** The team that the text means, of the listed ones; `region` is undefined where any will do. */
export function chosenTeam(
	text: string,
	region: Region | undefined,
	teams: Listing<Team> | undefined,
): TeamChoice {
	const id = teamIdOf(text);
	if (id === undefined) return teams ? byName(text, region, teams) : {kind: 'unknown'};
	const team = teams?.rows.find(candidate => candidate.id.toLowerCase() === id);
	if (!team) return {kind: 'unlisted', id, isLooked: teams !== undefined};
	return isIn(team, region) ? {kind: 'found', team} : {kind: 'elsewhere', region: team.region ?? ''};
}

function byName(text: string, region: Region | undefined, {rows, warning}: Listing<Team>): TeamChoice {
	const named = rows.filter(team => hasName(team, text));
	const here = named.filter(team => isIn(team, region));
	const [team] = here;
	if (here.length > 1) return {kind: 'several', teams: here};
	if (!team) return named[0] ? {kind: 'elsewhere', region: named[0].region ?? ''} : {kind: 'none'};
	return warning === undefined ? {kind: 'found', team} : {kind: 'incomplete', warning};
}

/** A team is somewhere else only where its region is a known one. */
export function isIn({region: home}: Team, region: Region | undefined): boolean {
	const known = regions.find(one => one === home?.toLowerCase());
	return region === undefined || known === undefined || known === region;
}

/** Whether a team has this name, in any case. */
export const hasName = (team: Team, name: string): boolean =>
	team.name !== undefined && normal(team.name) === normal(name);
