import type {Region, Team} from '../domain/credential.ts';
import type {Listing, ManagementApi, RequestOptions} from '../domain/ports.ts';
import {failure, isForbidden, type Problem, type Result, success} from '../domain/problem.ts';
import {searchIn} from '../domain/search/search.ts';
import {chosenTeam, teamIdOf} from '../domain/team-choice.ts';
import {proofOf} from '../domain/team-proof.ts';
import {clean, visible} from '../domain/text.ts';

/** A team as it was found. `warning` says what could not be checked. */
export type FoundTeam = {readonly id: string; readonly name?: string; readonly warning?: string};

/**
The team that an ID or a name means. An ID is looked up only for its name and its region, and stands where that
fails. Where the key may not list the teams, the team alone is read, which proves the key as well. A name must be that of exactly one team of the region, or of the organization where no region is named; all
pages of the list are read.
*/
export async function findTeam(
	api: ManagementApi,
	text: string,
	region: Region | undefined,
	options: RequestOptions,
): Promise<Result<FoundTeam>> {
	const id = teamIdOf(text);
	const listing = await api.teams(
		id !== undefined ? {teamId: id} : region === undefined ? {} : {region},
		options,
	);
	if (!listing.ok && isForbidden(listing.problem))
		return id === undefined ? failure(forbidden) : provedTeam(api, id, region, options);
	if (!listing.ok && listing.problem.kind === 'reauthenticate') return listing;
	if (!listing.ok && id === undefined) return failure(unlisted(listing.problem.message));
	return foundTeam(text, region, listing.ok ? listing.value : undefined);
}

/** The team with this ID, as the team itself tells; where it tells nothing, the ID stands. */
export async function provedTeam(
	api: ManagementApi,
	id: string,
	region: Region | undefined,
	options: RequestOptions,
): Promise<Result<FoundTeam>> {
	const proof = proofOf(id, region, await api.team(id, options));
	switch (proof.kind) {
		case 'found': {
			const {name} = proof.team;
			return success({id, ...(name === undefined ? {} : {name})});
		}
		case 'unproved':
			return success({id, warning: proof.note});
		case 'elsewhere':
			return failure(elsewhere(proof.region, region));
		case 'refused':
			return failure(proof.problem);
		case 'failed':
			return success({id, warning: `This team could not be looked up. ${proof.problem.message}`});
	}
}

/** The one team of these that the text means, where nobody can be asked. */
export function foundTeam(
	text: string,
	region: Region | undefined,
	teams: Listing<Team> | undefined,
): Result<FoundTeam> {
	const choice = chosenTeam(text, region, teams);
	switch (choice.kind) {
		case 'found': {
			const {id, name} = choice.team;
			return success({id: teamIdOf(text) ?? id, ...(name === undefined ? {} : {name})});
		}
		case 'unlisted':
			return success({id: choice.id, ...(choice.isLooked ? {warning: notListed} : {})});
		case 'elsewhere':
			return failure(elsewhere(choice.region, region));
		case 'several':
			return failure(several(choice.teams));
		case 'incomplete':
			return failure(
				aboutTeam(`${choice.warning} Another team may have this name too.`, 'Give the team’s ID.'),
			);
		case 'none':
			return failure(notFound(text, teams));
		case 'unknown':
			return failure(unlisted());
	}
}

const notListed = 'The organization does not list a team with this ID.';

const elsewhere = (home: string, region: Region | undefined): Problem =>
	aboutTeam(`This team lives in ${clean(home.toLowerCase(), 20)}, not in ${region}.`, 'Check the region.');

const several = (teams: readonly Team[]): Problem => ({
	...aboutTeam(`${teams.length} teams have this name.`, 'Give the ID of the one you mean.'),
	fields: teams.slice(0, 20).map(({id, createdOn}) => ({
		field: 'team',
		message: `${visible(id, 60)}${createdOn ? `, created ${clean(createdOn.slice(0, 10))}` : ''}`,
	})),
});

function notFound(text: string, {rows, warning}: Partial<Listing<Team>> = {}): Problem {
	const names = (rows ?? []).flatMap(({name}) => (name === undefined ? [] : [{item: name, names: [name]}]));
	const found = searchIn(names)(text).items.map(item => `“${clean(item, 60)}”`);
	const nearest = [...new Set(found)].slice(0, 3).join(', ');
	const near = nearest === '' ? '' : ` The nearest: ${nearest}.`;
	return aboutTeam(
		`${warning === undefined ? 'No team here has this name.' : `${warning} None that was read has this name.`}${near}`,
		'Check the name and the region, or give the team’s ID.',
	);
}

const aboutTeam = (message: string, advice: string) =>
	({kind: 'correct', message, advice, fields: [{field: 'team', message}]}) as const;

const forbidden = aboutTeam(
	'This key may not list the teams (403), so a name cannot be looked up: it is probably a team’s management key.',
	'Give the team’s ID.',
);

const unlisted = (why = ''): Problem =>
	aboutTeam(
		`The teams cannot be listed, so a name cannot be looked up.${why === '' ? '' : ` ${why}`}`,
		'Give the team’s ID.',
	);
