import {backoff} from '../domain/backoff.ts';
import type {NewTeam, Team} from '../domain/credential.ts';
import type {Listing, ManagementApi, RequestOptions, Waiting} from '../domain/ports.ts';
import {isForbidden, type Problem} from '../domain/problem.ts';
import {hasName} from '../domain/team-choice.ts';
import type {TeamCreation} from '../domain/team-creation.ts';

export type CreateOptions = RequestOptions & {
	/** Waits that many seconds, or until the signal aborts. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
};

/**
Creates a team and proves it. Its region's teams are listed first: a second team of one name is a trap for everybody who
names it, so nothing is sent where there is one, or where nobody can tell. It is sent once; where the answer leaves open
what became of it, the team is looked for by the ID that was made for it. Never throws.
*/
export async function createTeam(
	api: ManagementApi,
	team: NewTeam,
	options: CreateOptions,
): Promise<TeamCreation> {
	const listing = await api.teams({region: team.region}, options);
	if (!listing.ok) return {kind: 'failed', problem: unlisted(listing.problem)};
	const own = listing.value.rows.find(({id}) => isSame(id, team.id));
	if (own) return {kind: 'created', team: own};
	const obstacle = obstacleIn(listing.value, team);
	if (obstacle) return {kind: 'failed', problem: obstacle};
	const answer = await api.createTeam(team, options);
	if (answer.ok) return {kind: 'created', team: answer.value};
	return afterNo(api, team, answer.problem, options);
}

/** Looks once more for a team that may have been created, and sends nothing. `problem` is what left that open. */
export async function findCreated(
	api: ManagementApi,
	team: NewTeam,
	problem: Problem,
	options: CreateOptions,
): Promise<TeamCreation> {
	const found = await lookFor(api, team, options);
	return found ? {kind: 'created', team: found} : {kind: 'uncertain', problem};
}

/** An overloaded server may have created it, and a conflict may be with what was sent before: then one look is enough. */
async function afterNo(
	api: ManagementApi,
	team: NewTeam,
	problem: Problem,
	options: CreateOptions,
): Promise<TeamCreation> {
	const isUncertain = problem.kind === 'uncertain';
	const mayBeThere = isUncertain || problem.status === 503 || problem.status === 409;
	for (const seconds of isUncertain ? backoff.arrival : mayBeThere ? [0] : []) {
		if (options.signal.aborted) break;
		if (seconds > 0) await pause(seconds, problem, options);
		const found = await lookFor(api, team, options);
		if (found) return {kind: 'created', team: found};
	}
	return isUncertain ? {kind: 'uncertain', problem} : {kind: 'failed', problem};
}

/** By its ID alone: one of the same name may be of somebody else. An API may have the list and not the team. */
async function lookFor(
	api: ManagementApi,
	{id}: NewTeam,
	options: RequestOptions,
): Promise<Team | undefined> {
	const looked = await api.team(id, options);
	if (looked.ok) return isSame(looked.value.id, id) ? looked.value : undefined;
	if (looked.problem.kind !== 'unavailable') return undefined;
	const listing = await api.teams({teamId: id}, options);
	return listing.ok ? listing.value.rows.find(row => isSame(row.id, id)) : undefined;
}

async function pause(
	seconds: number,
	problem: Problem,
	{wait, signal, onWaiting}: CreateOptions,
): Promise<void> {
	const waiting: Waiting = {attempt: 1, seconds, because: 'the team may still be created', problem};
	onWaiting?.(waiting);
	await wait(seconds, signal).catch(() => undefined);
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function obstacleIn({rows, warning}: Listing<Team>, {name, region}: NewTeam): Problem | undefined {
	const taken = rows.find(row => hasName(row, name));
	if (taken) {
		const message = `There is a team of this name in ${region} already, with the ID ${taken.id}. Nothing was sent.`;
		return {
			kind: 'correct',
			message,
			advice: 'Use that one, or give another name: two teams of one name cannot be told apart by it.',
			fields: [{field: 'name', message}],
		};
	}
	return warning === undefined
		? undefined
		: {
				kind: 'unavailable',
				message: `Nobody can tell whether the name is taken, so nothing was sent. ${warning}`,
				advice: 'Try again, or create the team in the Junction Dashboard.',
			};
}

const unlisted = (problem: Problem): Problem =>
	isForbidden(problem)
		? {
				...problem,
				message:
					'This key may not list the teams of the organization (403), nor create one. Nothing was sent.',
				advice: 'A team’s management key cannot create teams: use one of the organization.',
			}
		: {
				...problem,
				message: `The teams could not be listed, so nobody can tell whether the name is taken. Nothing was sent. ${problem.message}`,
			};
