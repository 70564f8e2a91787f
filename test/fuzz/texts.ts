import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import {join} from 'node:path';
import {readCommandLine} from '../../source/commands/flags/command-line.ts';
import {commands} from '../../source/commands/flags/command-table.ts';
import {flags} from '../../source/commands/flags/flags.ts';
import {organizationId, row, teamId} from '../support/credentials.ts';
import {runHere} from '../support/in-process.ts';
import {mutated, mutatedJson} from './mutated.ts';
import {type Random, randomOf} from './random.ts';

// Manifests, details, flags and answers of the API, each nearly right. Whatever comes, a command answers with one
// document and an exit code of its own, and nothing of a secret is in it.

const canary = 'cNr9-fuzz-71d0Ae/42+Zq8';
const key = 'mg_fuzz_cNr9_key_77Bd01';
const env = {JUNCTION_MANAGEMENT_KEY: key, S: canary, DEBUG: '*'};
const target = ['--env', 'sandbox', '--region', 'us', '--team', teamId, '--provider', 'polar'];

const setting = ['set', ...target, ...'--client-id 12345 --client-secret-env S --details-file -'.split(' ')];

/** What a run of a kind found wrong, if anything. */
type Kind = (random: Random) => Promise<string | undefined>;

const manifest = `version: 1
org: ${organizationId}
credentials:
  - team: ${teamId}
    env: sandbox
    region: us
    provider: polar
    client_id: "12345"
    client_secret: {env: S}
    redirect_url_override: https://connect.example.com/callback
    details: {webhook_secret: {env: S}, other: {a: [1, two, null]}}
  - {team: Runners, env: production, region: eu, provider: fitbit, client_id: a, client_secret: {env: S}}
`;

const details = JSON.stringify({webhook_secret: canary, other: {a: [1, 'two', null], b: true}});

export const kinds: Readonly<Record<string, Kind>> = {
	manifest: async random => {
		const text = random.happens(0.3) ? JSON.stringify(asJson) : manifest;
		return judged(await ran(['plan', '-'], honest, mutated(text, random)));
	},
	details: async random => {
		return judged(await ran([...setting, '--yes', '--dry-run'], honest, mutated(details, random)));
	},
	flags: async random => flagFault(random),
	answers: async random => {
		const argv = random.pick(commandLines);
		const known =
			argv[0] === 'set'
				? parts
				: parts.filter(part => !part.includes(canary.slice(0, 16)) && part !== echoes[1]);
		return judged(await ran(argv, path => answerTo(path, random), details), known);
	},
};

const asJson = {
	version: 1,
	credentials: [
		{team: teamId, env: 'sandbox', region: 'us', provider: 'oura', client_id: 'a', client_secret: {env: 'S'}},
	],
};

const commandLines = [
	['list', '--env', 'sandbox', '--region', 'us'],
	['list', '--all'],
	['export'],
	['prepare', ...target],
	['delete', ...target, '--yes'],
	[...setting, '--yes', '--replace'],
] as const satisfies readonly (readonly string[])[];

const stored = row({provider: 'polar', source: 'polar', details: {webhook_secret: '••••'}});

const bodies: readonly (readonly [part: string, body: unknown])[] = [
	['/team_custom_credentials', {credentials: [stored], next_cursor: null}],
	[
		'/prepare',
		{
			status: 'preparations_required',
			preparation_steps: [{type: 'redirect_uri', key: 'k', value: 'https://a.example/b', description: 'd'}],
		},
	],
	[
		'/team',
		{teams: [{id: teamId, name: 'Runners', region: 'us', created_on: '2026-01-01'}], next_cursor: null},
	],
];

type Answer = {readonly status: number; readonly text: string};
type Server = (path: string, method: string) => Answer;

const bodyFor = (path: string): unknown => bodies.find(([part]) => path.includes(part))?.[1] ?? {};

const honest: Server = path => ({status: 200, text: JSON.stringify(bodyFor(path))});

const statuses = [200, 200, 200, 201, 204, 301, 400, 401, 404, 422, 429, 500, 503] as const;
/** Ways in which a server may say a secret back: as a value, and a part of it in a message. */
const echoes = [canary, Buffer.from(canary).toString('base64'), key, [...key].join(' ')] as const;
const parts = [...echoes, canary.slice(0, 16), key.slice(0, 16)] as const;
const odd = [null, true, 0, -1, 1e308, '', '\u001b]0;x\u0007', 'x'.repeat(5000), [], {}, [[]]] as const;

function answerTo(path: string, random: Random): Answer {
	const body = mutatedJson(bodyFor(path), random, [...odd, ...echoes]);
	const problem = {
		detail: [{loc: ['body', random.pick(parts)], msg: `Bad: ${random.pick(parts)}`, type: 'x'}],
	};
	const status = random.pick(statuses);
	const text = JSON.stringify(status < 300 ? body : problem);
	return {status, text: random.happens(0.2) ? mutated(text, random) : text};
}

type Result = {readonly code: number; readonly stdout: string; readonly stderr: string};

/** A command against a server of its own. It waits for nothing, and sends nothing beyond this computer. */
async function ran(argv: readonly string[], respond: Server, input: string): Promise<Result> {
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-fuzz-'));
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			const {status, text} = respond(request.url ?? '', request.method ?? '');
			response.writeHead(status, {'content-type': 'application/json'}).end(text);
		});
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const api = [
		'--api-url',
		`http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		'--org',
		organizationId,
	];
	const [command = '', ...rest] = argv;
	try {
		const words = [command, ...api, ...rest, '--json', '--timeout', '5', '--debug'];
		const {code, stdout, stderr} = await runHere(words, {env, input, configFolder: folder}).ended;
		return {code: Number(code), stdout, stderr};
	} finally {
		server.closeAllConnections();
		server.close();
		rmSync(folder, {recursive: true, force: true});
	}
}

/** `known`: what the command knows for a secret, or for a part of one. */
function judged(
	{code, stdout, stderr}: Result,
	known: readonly string[] = [canary, key],
): string | undefined {
	if (![0, 1, 2, 3, 4, 5, 6].includes(code)) return `it ended with ${code}`;
	try {
		JSON.parse(stdout);
	} catch {
		return 'standard output is not one document';
	}
	const said = stdout + stderr;
	const secret = known.findIndex(echo => said.includes(echo));
	if (secret !== -1) return `echo ${secret} of a secret was said`;
	if (/[^\P{Cc}\n]/u.test(said)) return 'a control character was said';
	return /\bat .+:\d+:\d+/.test(said) ? 'a stack was said' : undefined;
}

/** The words of a command line are read by the rule alone: nothing is run by them. */
async function flagFault(random: Random): Promise<string | undefined> {
	const names = Object.keys(flags);
	const words = Array.from({length: random.below(8)}, () => {
		const name = names[random.below(names.length)] ?? '';
		const word = random.happens(0.7) ? `--${random.happens(0.2) ? mutated(name, random) : name}` : canary;
		return random.happens(0.3) ? `${word}=${canary}` : word;
	});
	const command = commands[random.below(commands.length)];
	const line = command && readCommandLine(command, words);
	return line && !line.ok && line.problem.includes(canary)
		? 'a value of the command line was said'
		: undefined;
}

export type TextFailure = {readonly kind: string; readonly seed: number; readonly reason: string};

/** Runs the kinds in turn for so many seconds, each run from a seed of its own, and gives those that failed. */
export async function fuzzTexts({seed, seconds}: {readonly seed: number; readonly seconds: number}) {
	const end = performance.now() + seconds * 1000;
	const failures: TextFailure[] = [];
	let runs = 0;
	while (performance.now() < end) {
		for (const kind of Object.keys(kinds)) {
			const reason = await playText(kind, seed + runs);
			if (reason !== undefined) failures.push({kind, seed: seed + runs, reason});
		}
		runs += 1;
	}
	return {runs, failures};
}

/** One run of a kind, which follows from its seed. Gives what was wrong. */
export const playText = async (kind: string, seed: number): Promise<string | undefined> =>
	kinds[kind]?.(randomOf(seed)).catch(error => `it threw ${error instanceof Error ? error.stack : error}`);
