import type {TestContext} from 'node:test';
import {quillfeather} from '../../source/demo/seed-organizations.ts';
import type {DemoTeam} from '../../source/demo/seed-teams.ts';
import {type Demo, type DemoOptions, startDemo} from '../../source/demo/server.ts';

export const secret = 'canary-5f1d"\\%é-secret';
export const organizationPath = `/v1/org/${quillfeather.id}`;

/** What came back: the status, the headers, and the body as text and as JSON where it is JSON. */
export type Answered = {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	readonly json: unknown;
};

export type Asking = {
	readonly demo: Demo;
	/** Sends one request with the first organization's key, unless other headers are given. */
	ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
};

/** A server without latency, which ends with the test. */
export async function startAsking(t: TestContext, options: DemoOptions = {}): Promise<Asking> {
	const demo = await startDemo({latencyScale: 0, ...options});
	t.after(() => demo.close());
	return {
		demo,
		async ask(method, path, body, headers = {'x-management-key': quillfeather.key}) {
			const response = await fetch(`${demo.url}${path}`, {
				method,
				headers: {...headers, 'content-type': 'application/json'},
				redirect: 'manual',
				...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
			});
			const text = await response.text();
			return {status: response.status, headers: response.headers, text, json: parse(text)};
		},
	};
}

export const credentialsPath = (environment: string, region: string): string =>
	`${organizationPath}/team_custom_credentials/${environment}/${region}`;

export const preparationPath = (environment: string, region: string): string =>
	`${organizationPath}/prepare_team_custom_credentials/${environment}/${region}`;

/** One of the first organization's teams in the region. */
export function teamIn(demo: Demo, region: string, number = 0): DemoTeam {
	const team = demo.teams.filter(
		candidate => candidate.region === region && candidate.organizationId === quillfeather.id,
	)[number];
	if (!team) throw new Error(`There is no team ${number} in ${region}.`);
	return team;
}

/** The detail of a refusal: a sentence, or a list of refused values. */
export const detailOf = ({json}: Answered) => (json as {readonly detail: unknown}).detail;

type Refused = {
	readonly loc: readonly (string | number)[];
	readonly msg: string;
	readonly type: string;
	readonly input: unknown;
};

export const refusedIn = (answered: Answered) => detailOf(answered) as readonly Refused[];

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
