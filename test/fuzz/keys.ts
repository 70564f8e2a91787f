import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {startDemo} from '../../source/demo/server.ts';
import {launch, type Terminal} from '../support/terminal.ts';
import {organizationId, organizationKey, teamName, walkTo} from '../support/wizard-walk.ts';
import {type KeyRun, keyRunOf, type Start} from './key-play.ts';

/** A run that did not end as it should. The run follows from the seed, and can be played again. */
export type KeyFailure = {
	readonly seed: number;
	readonly run: KeyRun;
	readonly reason: string;
	readonly screen: string;
	/** Every byte that the program wrote, and the terminal echoed. */
	readonly raw: string;
};

type Fault = Omit<KeyFailure, 'seed' | 'run'>;

const target = ['--org', organizationId, '--env', 'sandbox', '--region', 'us'] as const;
const fields = [...target, '--team', teamName, '--provider', 'oura'] as const;

const flagsOf: Readonly<Record<Start, readonly string[]>> = {
	organization: [],
	key: ['--org', organizationId],
	team: target,
	fields,
	review: fields,
};

const titleOf = {
	organization: 'Organization',
	key: 'Organization key',
	team: 'Team',
	fields: 'Client ID',
	review: 'Review',
} as const;

/** Plays one run after the other for so many seconds, and gives those that failed. */
export async function fuzzKeys({
	seed,
	seconds,
	keyCount = 80,
	onRun = () => undefined,
}: {
	readonly seed: number;
	readonly seconds: number;
	readonly keyCount?: number;
	readonly onRun?: (seed: number, failure: KeyFailure | undefined) => void;
}): Promise<{readonly runs: number; readonly failures: readonly KeyFailure[]}> {
	const end = performance.now() + seconds * 1000;
	const failures: KeyFailure[] = [];
	let runs = 0;
	while (performance.now() < end) {
		const runSeed = seed + runs;
		const run = keyRunOf(runSeed, keyCount);
		const fault = await playRun(run);
		const failure = fault && {seed: runSeed, run, ...fault};
		if (failure) failures.push(failure);
		onRun(runSeed, failure);
		runs += 1;
	}
	return {runs, failures};
}

/** Plays the run on the built wizard, on a demo of its own. Gives what was wrong, if anything was. */
export async function playRun(run: KeyRun): Promise<Fault | undefined> {
	const server = await startDemo({latencyScale: 0});
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-fuzz-'));
	const needsKey = run.start === 'organization' || run.start === 'key';
	const terminal = launch({
		args: ['dist/cli.js', '--api-url', server.url, ...flagsOf[run.start]],
		env: {BYOO_CONFIG_DIR: folder, ...(needsKey ? {} : {JUNCTION_MANAGEMENT_KEY: organizationKey})},
	});
	try {
		await walkTo(terminal, titleOf[run.start]);
		await play(terminal, run);
		const reason = faultOf(terminal, await endOf(terminal), server.writes().length);
		return reason === undefined ? undefined : {reason, screen: terminal.screen(), raw: terminal.raw()};
	} finally {
		await terminal.close();
		await server.close();
		rmSync(folder, {recursive: true, force: true});
	}
}

async function play(terminal: Terminal, {plays, ending}: KeyRun): Promise<void> {
	for (const move of plays) {
		if (terminal.hasEnded()) return;
		if (move.kind === 'write') terminal.write(move.bytes);
		else if (move.kind === 'resize') terminal.resize(move);
		else await pause(move.milliseconds);
	}
	for (const bytes of ending) {
		if (terminal.hasEnded()) return;
		terminal.write(bytes);
		await pause(300);
	}
}

type End = Awaited<Terminal['exited']>;

const endOf = (terminal: Terminal): Promise<End | undefined> =>
	Promise.race([terminal.exited, pause(30_000, undefined, {ref: false})]);

function faultOf(terminal: Terminal, end: End | undefined, writes: number): string | undefined {
	if (end === undefined) return 'Ctrl+C twice did not end it';
	// Once the line is not raw any more, Ctrl+C and Ctrl+\ are signals.
	if (![0, 130, 131].includes(end.exitCode) || (end.signal ?? 'SIGINT') !== 'SIGINT') {
		return `it ended by ${end.signal ?? end.exitCode}`;
	}
	const {isRaw, hasEcho, hasSignals} = terminal.stty();
	if (isRaw || !hasEcho || !hasSignals) return 'the line was left raw';
	if (!terminal.cursor().isVisible) return 'the cursor was left hidden';
	if (terminal.modes().hasBracketedPaste) return 'paste mode was left on';
	if (/fault of its own|^ +at .*[:(]\d+/m.test(terminal.all())) return 'it crashed';
	if (writes > 0 && !terminal.raw().includes('Submit')) return 'something was sent that nobody submitted';
	return undefined;
}
