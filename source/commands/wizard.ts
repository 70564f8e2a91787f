import {setTimeout as pause} from 'node:timers/promises';
import {apis} from '../domain/api-generation.ts';
import type {Connection} from '../domain/ports.ts';
import {openMemory} from '../settings/memory.ts';
import type {DemoSession, Services, Settled} from '../ui/services.ts';
import type {Answers} from '../wizard/answers.ts';
import {copyTo, openInBrowser, writeNew} from './desktop.ts';
import {keyFrom} from './keys.ts';
import {lazyApi} from './lazy-api.ts';
import {canAsk, type Terminal} from './terminal.ts';
import {endingLines, exitCodeOf} from './wizard-ending.ts';
import {readWizardFlags} from './wizard-flags.ts';

declare const __VERSION__: string;

/** The wizard, on the real API or on the demo. Gives the exit code. */
export async function wizard(argv: readonly string[], terminal: Terminal, isDemo = false): Promise<number> {
	const flags = readWizardFlags(argv);
	if (!flags.ok) return refuse(terminal, flags.problems);
	if (!canAsk(terminal)) return refuse(terminal, withoutTerminal);
	const {key, isAmbiguous} = isDemo
		? {isAmbiguous: false}
		: keyFrom(terminal.environment, flags.settled.generation);
	if (isAmbiguous) {
		return refuse(terminal, [
			'JUNCTION_MANAGEMENT_KEY and VITAL_ORG_KEY are both set. Say which with --api junction or --api vital.',
		]);
	}
	const world = services(terminal, flags.settled);
	try {
		const demo = isDemo ? await world.services.startDemo() : undefined;
		const preset = demo ? inDemo(flags.preset, demo) : flags.preset;
		if (!preset)
			return refuse(terminal, ['The demo has its own organizations. Leave out --org to choose one.']);
		const {runWizard} = await import('../ui/run.tsx');
		const ending = await runWizard({
			stdin: terminal.stdin,
			stdout: terminal.stdout,
			onSignal: terminal.onSignal,
			preset,
			services: world.services,
			settled: {...flags.settled, ...(key ? {key} : {}), ...(demo ? {demo} : {})},
		});
		terminal.stdout.write(`${endingLines(ending).map(ending.veil).join('\n')}\n`);
		return exitCodeOf(ending);
	} finally {
		await world.close();
	}
}

/** The flags' answers on the demo, which lets in its own organizations only; undefined for another one. */
function inDemo(preset: Answers, {url, organizations}: DemoSession): Answers | undefined {
	if (!preset.organization) return preset;
	const known = organizations.find(({id}) => id === preset.organization?.id);
	if (!known) return undefined;
	const {id, name} = known;
	return {...preset, organization: {id, name, api: {generation: 'junction', url}, isDemo: true}};
}

const withoutTerminal: readonly string[] = [
	'The wizard needs a terminal to ask in, and there is none here. Nothing was sent.',
	'Run byoo in a terminal. Flags answer steps in advance: byoo --org ID --env sandbox --region us --provider strava',
	'Without a terminal, byoo set with the same flags and --client-secret-stdin will do the job; this version does not have it yet.',
];

function refuse({stderr}: Terminal, problems: readonly string[]): number {
	stderr.write(`${problems.join('\n')}\n`);
	return 2;
}

/** What the screens ask of the world, each part loaded when it is first needed. */
function services(
	{configFolder, stdout}: Terminal,
	{apiUrl}: Settled,
): {readonly services: Services; close(): Promise<void>} {
	const closing: (() => Promise<void>)[] = [];
	const connect = (connection: Connection) =>
		lazyApi(async () => {
			const client = await import('../management-api/client.ts');
			return client.connect(connection, {userAgent: `byoo/${__VERSION__}`});
		});
	return {
		services: {
			now: () => new Date(),
			// What was remembered at another address never comes back here.
			memory: openMemory(configFolder, apiUrl === undefined ? apis.map(({url}) => url) : [apiUrl]),
			connect,
			async readBefore(...input) {
				const {readBefore} = await import('../operations/read-before.ts');
				return readBefore(...input);
			},
			async save(api, place, credential, options) {
				const {saveCredential} = await import('../operations/save-credential.ts');
				return saveCredential(api, place, credential, {...options, wait});
			},
			async checkRedirect(...input) {
				const {checkRedirect} = await import('../management-api/redirect-check.ts');
				return checkRedirect(...input);
			},
			copy: text => copyTo(stdout, text),
			open: openInBrowser,
			writeReport: (text, name) => writeNew(name, text),
			async startDemo(): Promise<DemoSession> {
				const {startDemo} = await import('../demo/server.ts');
				const demo = await startDemo();
				closing.push(() => demo.close());
				return demo;
			},
		},
		async close() {
			await Promise.all(closing.map(close => close()));
		},
	};
}

/** Waits, or ends early when the signal aborts. */
async function wait(seconds: number, signal: AbortSignal): Promise<void> {
	await pause(seconds * 1000, undefined, {signal}).catch(() => undefined);
}
