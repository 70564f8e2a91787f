import {closeSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {isatty} from 'node:tty';
import envPaths from 'env-paths';
import {main} from './commands/main.ts';
import {endingBy, stoppedCodes} from './commands/shared/exit-codes.ts';
import type {RunEnding, StopSignal, Terminal} from './commands/shared/terminal.ts';
import {wait} from './commands/shared/wait.ts';
import {apis} from './domain/api-generation.ts';
import {faultText} from './output/fault-text.ts';

const {argv, env, stdin, stdout, stderr} = process;

// Chalk, which Ink paints with, does not know NO_COLOR; it reads FORCE_COLOR when it is loaded.
if ((env.NO_COLOR && !env.FORCE_COLOR) || argv.includes('--no-color')) env.FORCE_COLOR = '0';

const environment = {...env};
// A program that this one starts, such as the browser, inherits no key.
for (const {keyVariable} of apis) delete env[keyVariable];
// It would let anybody read keys and secrets. A certificate of one's own is named by NODE_EXTRA_CA_CERTS.
delete env.NODE_TLS_REJECT_UNAUTHORIZED;

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
/** How long last words may take once somebody insists. */
const patienceMilliseconds = 500;

const listeners: ((signal: StopSignal) => void)[] = [];
let isStopping = false;

const terminal: Terminal = {
	stdin,
	stdout,
	stderr,
	environment,
	onStop: listener => void listeners.push(listener),
	wait,
	configFolder: env.BYOO_CONFIG_DIR || join(envPaths('byoo', {suffix: ''}).config, 'organizations'),
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
	const lost = terminals.filter(descriptor => !isatty(descriptor));
	// Node sets a terminal back when it exits, and aborts where that fails; it leaves alone what is closed.
	for (const descriptor of lost) closeSync(descriptor);
	if (typeof ending === 'number') process.exit(ending);
	if (lost.length > 0) process.exit(stoppedCodes.SIGHUP);
	process.removeAllListeners(ending);
	process.kill(process.pid, ending);
}

const terminals = [0, 1, 2].filter(descriptor => isatty(descriptor));

/** Where a fault of the program itself ends up: two lines, and never the values it held. */
function fail(fault: unknown): void {
	stderr.write(faultText(fault));
	leave(1);
}

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
	new Promise(resolve => stream.write('', () => resolve()));

for (const signal of stopSignals) process.on(signal, stop);
// Node would open a debugger, by which everybody on this computer could read the secrets.
process.on('SIGUSR1', () => undefined);
// What could not be written is told by who wrote it.
stdout.on('error', () => undefined);
stderr.on('error', () => undefined);
// The terminal went away. An input of another kind that breaks is told by who reads it.
stdin.on('error', () => {
	if (stdin.isTTY) stop('SIGHUP');
});
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

main(argv.slice(2), terminal).then(async ending => {
	await Promise.all([flushed(stdout), flushed(stderr)]);
	leave(ending);
}, fail);
