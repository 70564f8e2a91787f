import {rmSync} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod/mini';
import {environments, regions} from '../domain/credential.ts';
import type {NotedUser, TestUserNotes} from '../domain/proof/ports.ts';
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
	gone: z.optional(z.literal(true)),
});
type Line = z.infer<typeof lineSchema>;

/** More than anybody leaves; a file of ours never gets too large to be read. */
const keptAtMost = 100;

/**
Notes of test users in a file per organization beside its settings, a line each. They stay where the organization is
forgotten, since a user that was left is not gone by that; with the last of them the file is removed. Those that could not be
written, or are of the demo, are kept for this run. Nothing here throws.
*/
export function openTestUsers(folder: string, isDemo = false): TestUserNotes {
	const ofRun = new Map<string, NotedUser>();
	const keyOf = ({organization: {url, id}, clientUserId}: NotedUser) => `${url} ${id} ${clientUserId}`;
	return {
		left(organization) {
			const noted = isDemo ? [] : leftIn(folder, organization);
			const here = [...ofRun.values()].filter(
				user => user.organization.url === organization.url && user.organization.id === organization.id,
			);
			const others = noted.filter(user => !ofRun.has(keyOf(user)));
			return [...others, ...here];
		},
		note(user) {
			const problem = isDemo ? undefined : written(folder, user, lineOf(user));
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

const leftIn = (folder: string, organization: NotedUser['organization']): readonly NotedUser[] =>
	lasting(linesIn(pathOf(folder, organization), lineSchema)).map(({user, env, region, team, url, id}) => ({
		organization,
		place: {environment: env, region},
		teamId: team,
		junctionUrl: url,
		clientUserId: user,
		...(id === undefined ? {} : {id}),
	}));

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
