import {connecting} from '../../source/commands/shared/connecting.ts';
import {exitCodeOf, exitCodes} from '../../source/commands/shared/exit-codes.ts';
import {redirectChecking} from '../../source/commands/shared/redirect-checking.ts';
import type {Terminal} from '../../source/commands/shared/terminal.ts';
import {secretsOf} from '../../source/domain/body/secrets-of.ts';
import {liveSecrets} from '../../source/domain/live-secrets.ts';
import type {SaveOutcome} from '../../source/domain/outcome.ts';
import type {ManagementApi} from '../../source/domain/ports.ts';
import type {Problem, Result} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {readBefore} from '../../source/operations/read-before.ts';
import {saveCredential} from '../../source/operations/save-credential.ts';
import {problemJson} from '../../source/output/problem-words.ts';
import {organizationId, place, teamId} from '../support/credentials.ts';
import {callback, clientId} from './api.ts';
import type {Operation} from './fault.ts';
import type {Ending, Given, Job} from './job.ts';

const {signal} = new AbortController();
const target = {teamId, provider: 'polar'};

/** The API as the wizard gets it, and what is said in its course. */
function connected({env, url, canaries, wait}: Given) {
	const lines: string[] = [];
	const terminal = {environment: env, wait} as Pick<Terminal, 'environment' | 'wait'> as Terminal;
	const secrets = liveSecrets();
	const connect = connecting(terminal, {
		values: {debug: true},
		secrets,
		write: line => void lines.push(line),
	});
	const api = connect({generation: 'junction', url, organizationId, key: new Secret(canaries.key)});
	return {api, terminal, secrets, lines};
}

/** An operation that reads: what a screen would show of its value, or the problem. */
function reading<Value>(
	name: string,
	operation: Operation,
	ask: (api: ManagementApi) => Promise<Result<Value>>,
	shown: (value: Value) => unknown,
): Job {
	return {
		name,
		sequence: [operation],
		isThere: true,
		takesSecrets: false,
		async run(given) {
			const {api, lines} = connected(given);
			const result = await ask(api);
			return result.ok
				? ending(exitCodes.done, {shown: shown(result.value)}, lines)
				: ending(exitCodeOf(result.problem), problemJson(result.problem), lines);
		},
	};
}

const ending = (code: number, document: object, lines: readonly string[]): Ending => ({
	code,
	stdout: JSON.stringify(document),
	stderr: lines.join('\n'),
});

async function save(given: Given): Promise<Ending> {
	const {api, secrets, lines} = connected(given);
	const {secret, detail} = given.canaries;
	const credential = {
		...target,
		values: {
			client_id: clientId,
			client_secret: new Secret(secret),
			details: {webhook_secret: new Secret(detail)},
			redirect_url_override: null,
		},
	};
	for (const one of secretsOf(credential)) secrets.add(one);
	const before = await readBefore(api, place, teamId, 'polar', {signal});
	const {wait} = given;
	const outcome = await saveCredential(api, place, credential, {
		...{before, signal, wait},
		onProgress: () => undefined,
	});
	const problem = problemOf(outcome);
	return problem
		? ending(exitCodeOf(problem), problemJson(problem), lines)
		: ending(exitCodes.done, {}, lines);
}

function problemOf(outcome: SaveOutcome): Problem | undefined {
	if (outcome.kind === 'confirmed') return undefined;
	if (outcome.kind === 'changed') throw new Error('Nobody else writes here.');
	return outcome.problem;
}

const tried: Job = {
	name: 'the try of a redirect',
	sequence: ['redirect'],
	isThere: true,
	takesSecrets: false,
	async run(given) {
		const {terminal, lines} = connected(given);
		const address = `${given.url}/callback`;
		const {deviations} = await redirectChecking(terminal)(address, {...place, callback}, {signal});
		const [first] = deviations;
		const error = first && {...first, fields: []};
		return ending(first ? exitCodes.failed : exitCodes.done, error ? {error} : {}, lines);
	},
};

/** What the wizard asks between its screens. */
export const operations: readonly Job[] = [
	reading(
		'the organization',
		'organization',
		api => api.organization({signal}),
		({name, expiresAt}) => [name, expiresAt],
	),
	reading(
		'the teams',
		'teams',
		api => api.teams({region: 'us'}, {signal}),
		({rows, warning}) => [rows.map(({name, createdOn}) => [name, createdOn]), warning],
	),
	reading(
		'the team',
		'team',
		api => api.team(teamId, {signal}),
		({name, createdOn}) => [name, createdOn],
	),
	reading(
		'what is stored',
		'stored',
		api => api.credentials(place, undefined, {signal}),
		({rows, warning}) => [
			rows.map(({values: {details: _, ...values}, ...row}) => ({...row, values})),
			warning,
		],
	),
	reading(
		'what is to be registered',
		'preparation',
		api => api.prepare(place, target, {signal}),
		({steps}) => steps.map(({type, description}) => [type, description]),
	),
	{
		name: 'the save',
		sequence: ['stored', 'look', 'write', 'read-back'],
		strikes: ['look', 'write'],
		isThere: true,
		takesSecrets: true,
		run: save,
	},
	tried,
];
