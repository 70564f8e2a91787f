import type {Team} from '../domain/credential.ts';
import {clean} from '../domain/text.ts';
import {ago} from './ago.ts';
import {compareNames} from './credential-list.ts';
import {type DatedOptions, nothing} from './paint.ts';
import {type Column, table} from './table.ts';
import {prose} from './wrapping.ts';

// The ID is what every other command takes, so it stays whole.
const columns: readonly Column[] = [
	{title: 'NAME', minimum: 8},
	{title: 'ID', canShrink: false},
	{title: 'REGION', canShrink: false},
	{title: 'CREATED', canShrink: false},
];

/** The teams by their names. Plain has exact times. */
export function teamLines(teams: readonly Team[], options: DatedOptions): readonly string[] {
	const {now, isPlain, width} = options;
	if (teams.length === 0) return isPlain ? [] : prose(noTeam, width);
	const rows = teams
		.map(team => ({...team, name: clean(team.name ?? '')}))
		.toSorted((a, b) => compareNames(a.name, b.name) || compareNames(a.id, b.id))
		.map(({id, name, region, createdOn}) => [
			name || nothing,
			id,
			region ?? nothing,
			createdOn === undefined ? nothing : isPlain ? createdOn : ago(createdOn, now),
		]);
	return table(columns, rows, options);
}

const noTeam =
	'There is no team here. Create the first one with byoo teams create --name NAME --region us|eu --yes';

/** The teams as JSON, in the order of the API: every key always there, null where nothing is known. */
export const teamsJson = (teams: readonly Team[]): {readonly teams: readonly object[]} => ({
	teams: teams.map(teamJson),
});

export const teamJson = ({id, name, region, createdOn}: Team): object => ({
	id,
	name: name ?? null,
	region: region ?? null,
	createdAt: createdOn ?? null,
});

/** The team that was created, for people. */
export const createdTeamLines = ({id, name, region}: Team): readonly string[] => [
	`Team created: ${clean(name ?? '') || nothing}`,
	`  ID      ${clean(id)}`,
	`  Region  ${clean(region ?? '') || nothing}`,
];
