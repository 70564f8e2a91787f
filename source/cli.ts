import {closeSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {isatty} from 'node:tty';
import envPaths from 'env-paths';
import {main} from './commands/main.ts';
import {keepCompiled} from './commands/shared/compiled.ts';
import {endingBy, stoppedCodes} from './commands/shared/exit-codes.ts';
import {runsOn} from './commands/shared/process-runs.ts';
import {jobControlOf} from './commands/shared/process-stopping.ts';
import type {RunEnding, StopSignal, Terminal} from './commands/shared/terminal.ts';
import {apis} from './domain/api-generation.ts';
import {once} from './domain/once.ts';
import {waitSeconds} from './management-api/wait-seconds.ts';
import {faultText} from './output/fault-text.ts';

const {argv, env} = process;
const folders = envPaths('byoo', {suffix: ''});

if (!env.NODE_DISABLE_COMPILE_CACHE) keepCompiled(folders.cache, process.getuid?.());

// Chalk, which Ink paints with, does not know NO_COLOR; it reads FORCE_COLOR when it is loaded.
if ((env.NO_COLOR && !env.FORCE_COLOR) || argv.includes('--no-color')) env.FORCE_COLOR = '0';

const environment = {...env};
// A program that this one starts, such as the browser, inherits no key.
for (const {keyVariable} of apis) delete env[keyVariable];
// It would let anybody read keys and secrets. A certificate of one's own is named by NODE_EXTRA_CA_CERTS.
delete env.NODE_TLS_REJECT_UNAUTHORIZED;

/** Those that end a process which does not hear them, and leave no image of its memory as SIGQUIT does. */
const fatalSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const stopSignals = [...fatalSignals, 'SIGQUIT'] as const;
/** How long last words may take once somebody insists. */
const patienceMilliseconds = 500;

/** Those that something may have been written to. */
const written: NodeJS.WriteStream[] = [];

// Node takes longer to make a stream than the program to say its help, and few commands need all three.
const stdin = once(() => {
	const input = process.stdin;
	// The terminal went away. An input of another kind that breaks is told by who reads it.
	input.on('error', () => {
		if (input.isTTY) stop('SIGHUP');
	});
	// It is told by its end too, before any signal; but an end may also be typed, by Ctrl+D.
	input.on('end', () => {
		if (lostTerminals().length > 0) stop('SIGHUP');
	});
	return input;
});
const stdout = once(() => output(process.stdout));
const stderr = once(() => output(process.stderr));

function output(stream: NodeJS.WriteStream): NodeJS.WriteStream {
	// What could not be written is told by who wrote it.
	stream.on('error', () => undefined);
	written.push(stream);
	return stream;
}

const listeners: ((signal: StopSignal) => void)[] = [];
const leavers: (() => void)[] = [];
let isStopping = false;

const terminal: Terminal = {
	get stdin() {
		return stdin();
	},
	get stdout() {
		return stdout();
	},
	get stderr() {
		return stderr();
	},
	environment,
	onStop: listener => void listeners.push(listener),
	now: () => new Date(),
	wait: waitSeconds,
	onLeave: listener => void leavers.push(listener),
	jobControl: jobControlOf(process),
	runs: runsOn(process, hostname()),
	configFolder: env.BYOO_CONFIG_DIR || join(folders.config, 'organizations'),
};

/** The first request to stop is the command's to heed; the second one ends the program, whatever hangs. */
function stop(signal: StopSignal): void {
	const end = () => leave(endingBy(signal));
	if (listeners.length === 0) end();
	// Of a terminal that is gone nobody can ask a second time.
	if (isStopping || signal === 'SIGHUP') setTimeout(end, patienceMilliseconds);
	isStopping = true;
	for (const listener of listeners) listener(signal);
}

/** Ends the process at once: what still waits for a network, a lookup or a timer has nobody to tell. */
function leave(ending: RunEnding): void {
	const lost = lostTerminals();
	putScreenAway();
	// Node sets a terminal back when it exits, and aborts where that fails; it leaves alone what is closed.
	for (const descriptor of lost) closeSync(descriptor);
	// An exit can wait for a thread that nobody can end, and nothing is heard meanwhile: a signal ends it then.
	for (const signal of fatalSignals) process.removeAllListeners(signal);
	if (typeof ending === 'number') process.exit(ending);
	if (lost.length > 0) process.exit(stoppedCodes.SIGHUP);
	process.kill(process.pid, ending);
}

const terminals = [0, 1, 2].filter(descriptor => isatty(descriptor));
const lostTerminals = () => terminals.filter(descriptor => !isatty(descriptor));

function putScreenAway(): void {
	const waiting = leavers.splice(0);
	if (lostTerminals().length > 0) return;
	for (const putAway of waiting) {
		try {
			putAway();
		} catch {
			// The fault that ends the program is told, not one that follows from it.
		}
	}
}

/** Where a fault of the program itself ends up: two lines, and never the values it held. */
function fail(fault: unknown): void {
	putScreenAway();
	stderr().write(faultText(fault));
	leave(1);
}

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
	new Promise(resolve => stream.write('', () => resolve()));

for (const signal of stopSignals) process.on(signal, stop);
// Node would open a debugger, by which everybody on this computer could read the secrets.
process.on('SIGUSR1', () => undefined);
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

main(argv.slice(2), terminal).then(async ending => {
	await Promise.all(written.map(flushed));
	leave(ending);
}, fail);
