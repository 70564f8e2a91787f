import {rmSync} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod/mini';
import {environments, regions} from '../domain/credential.ts';
import type {NotedUser, TestUserNotes} from '../domain/proof/ports.ts';
import type {Runs} from '../domain/runs.ts';
import {fileNameOf, testUsersName} from './identity.ts';
import {appendLine, largeBytes, linesIn, replaceLines} from './json-lines.ts';

/** A test user, or that it is gone. The last line about a user counts. */
const lineSchema = z.object({
	user: z.string().check(z.regex(/^byoo-proof-[0-9a-f-]{36}$/)),
	env: z.enum(environments),
	region: z.enum(regions),
	team: z.string(),
	url: z.url(),
	id: z.optional(z.string()),
	/** Which run made it, and when, in milliseconds since 1970. */
	run: z.optional(z.string()),
	at: z.optional(z.number()),
	gone: z.optional(z.literal(true)),
});
type Line = z.infer<typeof lineSchema>;

/** More than anybody leaves; a file of ours never gets too large to be read. */
const keptAtMost = 100;

/**
Notes of test users in a file per organization beside its settings, a line each. They stay where the organization is
forgotten, since a user that was left is not gone by that; with the last of them the file is removed. Those that could not be
written, or are of the demo, are kept for this run. What another run may still need is not among those that are left. Nothing
here throws.
*/
export function openTestUsers(
	folder: string,
	{isDemo = false, runs, now}: {readonly isDemo?: boolean; readonly runs: Runs; readonly now: () => Date},
): TestUserNotes {
	const isInUse = (line: Line) => isOfOther(line, runs, now().getTime());
	const ofRun = new Map<string, NotedUser>();
	const keyOf = ({organization: {url, id}, clientUserId}: NotedUser) => `${url} ${id} ${clientUserId}`;
	return {
		left(organization) {
			const noted = isDemo
				? []
				: leftIn(folder, organization)
						.filter(line => !isInUse(line))
						.map(userOf(organization));
			const here = [...ofRun.values()].filter(
				user => user.organization.url === organization.url && user.organization.id === organization.id,
			);
			const others = noted.filter(user => !ofRun.has(keyOf(user)));
			return [...others, ...here];
		},
		note(user) {
			const line = {...lineOf(user), run: runs.own, at: now().getTime()};
			const problem = isDemo ? undefined : written(folder, user, line);
			if (isDemo || problem !== undefined) ofRun.set(keyOf(user), user);
			return problem;
		},
		forget(user) {
			ofRun.delete(keyOf(user));
			if (isDemo || written(folder, user, {...lineOf(user), gone: true}) !== undefined) return;
			if (leftIn(folder, user.organization).length > 0) return;
			try {
				rmSync(pathOf(folder, user.organization), {force: true});
			} catch {
				// What is left of it does no harm.
			}
		},
	};
}

const pathOf = (folder: string, organization: NotedUser['organization']): string =>
	join(folder, testUsersName(fileNameOf(organization)));

const lineOf = ({place, teamId, junctionUrl, clientUserId, id}: NotedUser): Line => ({
	user: clientUserId,
	env: place.environment,
	region: place.region,
	team: teamId,
	url: junctionUrl,
	...(id === undefined ? {} : {id}),
});

/** Longer than a link can be used, and a test user that is waited for is there, in milliseconds. */
const longestProof = 15 * 60 * 1000;

/** Whether another run may still need it. */
function isOfOther({run, at}: Line, runs: Runs, now: number): boolean {
	if (run === undefined || at === undefined || run === runs.own) return false;
	return runs.isGoingOn(run) !== false && Math.abs(now - at) < longestProof;
}

const leftIn = (folder: string, organization: NotedUser['organization']): readonly Line[] =>
	lasting(linesIn(pathOf(folder, organization), lineSchema));

const userOf =
	(organization: NotedUser['organization']) =>
	({user, env, region, team, url, id}: Line): NotedUser => ({
		organization,
		place: {environment: env, region},
		teamId: team,
		junctionUrl: url,
		clientUserId: user,
		...(id === undefined ? {} : {id}),
	});

const lasting = (lines: readonly Line[]): readonly Line[] =>
	[...new Map(lines.map(line => [line.user, line])).values()].filter(({gone}) => !gone);

function written(folder: string, user: NotedUser, line: Line): string | undefined {
	const path = pathOf(folder, user.organization);
	try {
		if (appendLine(path, line) > largeBytes) {
			replaceLines(path, lasting(linesIn(path, lineSchema)).slice(-keptAtMost));
		}
		return undefined;
	} catch {
		return 'This computer’s settings cannot be written, so the test user is noted for this run only.';
	}
}
