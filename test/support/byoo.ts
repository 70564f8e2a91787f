import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {text} from 'node:stream/consumers';
import {after} from 'node:test';
import type {Demo} from '../../source/demo/server.ts';
import {personalEnvironment} from './environment.ts';
import {type HereOptions, type RanHere, type RunningHere, runHere} from './in-process.ts';
import {nodeUnderTest} from './terminal.ts';
import {settingsFolder} from './wizard-terminal.ts';

/** What a run of the program left behind: `null` in place of the code where a signal ended its process. */
export type Ran = Omit<RanHere, 'code'> & {readonly code: RanHere['code'] | null};

type Running = {
	/** What is piped in; nothing closes standard input at once. */
	readonly input?: string | Uint8Array;
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** The day on which it runs in this process: that of the computer, if not given. */
	readonly now?: Date;
	/** Where the providers are, in this process. */
	readonly reach?: NonNullable<HereOptions['reach']>;
	/** What a watch may call, in this process. */
	readonly guard?: NonNullable<HereOptions['guard']>;
	/** What it does in this process before it tries again: nothing, if not given. */
	readonly wait?: HereOptions['wait'];
};

type SpawnedRunning = Running & {
	/** Standard input itself, in place of a pipe. */
	readonly stdin?: number;
	readonly cwd?: string;
	/** Flags of Node itself. */
	readonly node?: readonly string[];
};

export type Spawned = {readonly child: ChildProcess; readonly ended: Promise<Ran>};

/** Starts the program in this process, as a script would. */
export const start = (
	argv: readonly string[],
	{input, env, now, reach, guard, wait}: Running = {},
): RunningHere =>
	runHere(argv, {
		...(input === undefined ? {} : {input}),
		...(env ? {env} : {}),
		...(now ? {now: () => now} : {}),
		...(reach ? {reach} : {}),
		...(guard ? {guard} : {}),
		...(wait ? {wait} : {}),
		configFolder: env?.BYOO_CONFIG_DIR ?? settingsFolder(),
	});

/** Runs the program in this process to its end. */
export const byoo = (argv: readonly string[], running?: Running): Promise<Ran> => start(argv, running).ended;

const open = new Set<ChildProcess>();

// A test that failed leaves its program running.
after(() => {
	for (const child of open) child.kill('SIGKILL');
});

/** Starts the built program as a process of its own, without a terminal. */
export function spawnByoo(
	argv: readonly string[],
	{input, stdin, env, cwd, node = []}: SpawnedRunning = {},
): Spawned {
	const child = spawn(nodeUnderTest, [...node, `${process.cwd()}/dist/cli.js`, ...argv], {
		env: personalEnvironment({BYOO_CONFIG_DIR: settingsFolder(), ...env}),
		stdio: [stdin ?? 'pipe', 'pipe', 'pipe'],
		...(cwd === undefined ? {} : {cwd}),
	});
	open.add(child);
	assert.ok(child.stdout && child.stderr);
	// It may end before it has read everything.
	child.stdin?.on('error', () => undefined);
	child.stdin?.end(input);
	const code = new Promise<number | null>(resolve => child.once('close', resolve));
	const ended = Promise.all([code, text(child.stdout), text(child.stderr)]).then(
		([exit, stdout, stderr]): Ran => {
			open.delete(child);
			return {code: exit, stdout, stderr};
		},
	);
	return {child, ended};
}

/** Runs the built program as a process of its own to its end, for tests of what only a process has. */
export const spawned = (argv: readonly string[], running?: SpawnedRunning): Promise<Ran> =>
	spawnByoo(argv, running).ended;

type Error = {
	readonly kind: string;
	readonly status: number | null;
	readonly message: string;
	readonly advice: string;
	readonly fields: readonly {readonly field: string; readonly message: string}[];
	readonly requestId: string | null;
};

type Entry = {
	readonly action: string;
	readonly team: string;
	readonly provider: string;
	readonly env: string;
	readonly proof?: Proof;
};

type Proof = {
	readonly pair: string;
	readonly application: string;
	readonly connection: string;
	readonly differences: readonly unknown[];
	readonly error: {readonly type: string; readonly message: string} | null;
	readonly testUserDeleted: boolean | null;
};

type TeamDocument = {
	readonly id: string;
	readonly name: string | null;
	readonly region: string | null;
	readonly createdAt: string | null;
};

/** Every key that a document of the program may have. */
export type Document = {
	readonly error?: Error;
	readonly outcome?: string;
	readonly confirmed?: string;
	readonly credential?: {
		readonly details: unknown;
		readonly team: {readonly id: string; readonly name: string};
	};
	readonly activation?: {readonly active: boolean | null; readonly steps: readonly string[]};
	readonly warnings?: readonly {
		readonly row?: string;
		readonly field?: string;
		readonly code: string;
		readonly message: string;
	}[];
	readonly redirect?: {
		readonly forwards: boolean;
		readonly deviations: readonly {readonly message: string}[];
	};
	readonly credentials?: readonly {
		readonly id: string;
		readonly provider: string;
		readonly env: string;
		readonly region: string;
		readonly team: {readonly id: string; readonly name: string | null};
	}[];
	readonly dryRun?: unknown;
	readonly plan?: readonly (Entry & {readonly changes: readonly unknown[]})[];
	readonly proof?: Proof;
	readonly results?: readonly (Entry & {readonly outcome: string; readonly error: Error | null})[];
	readonly summary?: Readonly<Record<string, number>>;
	readonly attention?: readonly {
		readonly code: string;
		readonly severity: string;
		readonly team: string | null;
		readonly env: string | null;
		readonly region: string | null;
		readonly provider: string | null;
		readonly date: string | null;
		readonly message: string;
		readonly advice: string | null;
	}[];
	readonly deleted?: readonly string[];
	readonly notFound?: readonly string[];
	readonly failed?: readonly string[];
	readonly status?: string;
	readonly steps?: readonly unknown[];
	readonly providers?: readonly Readonly<Record<string, unknown>>[];
	readonly organizations?: readonly Readonly<Record<string, unknown>>[];
	readonly teams?: readonly TeamDocument[];
	readonly team?: TeamDocument;
};

/** The one JSON document on standard output. */
export function documentOf({stdout}: Ran): Document {
	const document: unknown = JSON.parse(stdout);
	assert.ok(typeof document === 'object' && document !== null && !Array.isArray(document), stdout);
	return document;
}

/** Runs against a demo server with the key of its first organization, in this process. */
export const onDemo = (server: Demo) => against(server, start);

/** The same, with the built program as a process of its own. */
export const spawnedOnDemo = (server: Demo) => against(server, spawnByoo);

function against<Begun extends {readonly ended: Promise<Ran>}>(
	{url, organizations: [organization]}: Demo,
	begin: (argv: readonly string[], running: Running) => Begun,
) {
	const api = ['--api-url', url, '--org', organization?.id ?? ''];
	const key = {JUNCTION_MANAGEMENT_KEY: organization?.key};
	const started = ([command = '', ...argv]: readonly string[], {env, ...running}: Running = {}) =>
		begin([command, ...api, ...argv], {...running, env: {...key, ...env}});
	return {
		start: started,
		run: (argv: readonly string[], running?: Running): Promise<Ran> => started(argv, running).ended,
		/** With `--json`, its document and exit code. */
		async json(argv: readonly string[], running?: Running) {
			const ran = await started([...argv, '--json'], running).ended;
			return {code: ran.code, document: documentOf(ran), stderr: ran.stderr};
		},
	};
}
