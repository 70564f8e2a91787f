import {join} from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';
import {help} from './commands/help.ts';
import type {Terminal} from './commands/terminal.ts';

declare const __VERSION__: string;

const {argv, env, stdin, stdout, stderr} = process;

// Chalk, which Ink paints with, does not know NO_COLOR; it reads FORCE_COLOR when it is loaded.
if ((env.NO_COLOR && !env.FORCE_COLOR) || argv.includes('--no-color')) env.FORCE_COLOR = '0';

const terminal: Terminal = {
	stdin,
	stdout,
	stderr,
	environment: env,
	onSignal(listener) {
		for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const) {
			process.once(signal, () => {
				listener();
				// Without a screen nothing keeps the process alive until the signal arrives once more.
				setInterval(() => {}, 1000);
				process.kill(process.pid, signal);
			});
		}
	},
	configFolder: env.BYOO_CONFIG_DIR || join(envPaths('byoo', {suffix: ''}).config, 'organizations'),
};

async function run([command, ...rest]: readonly string[]): Promise<number> {
	const all = command === undefined ? rest : [command, ...rest];
	if (all.includes('--help') || all.includes('-h')) return print(help);
	if (all.includes('--version') || all.includes('-v')) return print(`${__VERSION__}\n`);
	const {wizard} = await import('./commands/wizard.ts');
	return command === 'demo' ? wizard(rest, terminal, true) : wizard(all, terminal);
}

function print(text: string): number {
	stdout.write(text);
	return 0;
}

/** The one place where a fault of the program itself ends up: two lines, and never the values it held. */
function fail(fault: unknown): void {
	const name = fault instanceof Error ? fault.name : 'Error';
	stderr.write(
		`byoo stopped because of a fault of its own (${name}).\nPlease report it with what you did last.\n`,
	);
	process.exit(1);
}

// A reader that has had enough, such as `head`, is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) =>
	error.code === 'EPIPE' ? process.exit(0) : fail(error),
);
// The terminal went away.
stdin.on('error', () => process.exit(129));
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

run(argv.slice(2)).then(code => {
	process.exitCode = code;
}, fail);
