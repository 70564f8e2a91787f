import {join} from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';
import {findCommand} from './commands/flags/command-table.ts';
import {takesValue} from './commands/flags/flags.ts';
import {loaders} from './commands/load.ts';
import type {Terminal} from './commands/shared/terminal.ts';
import {apis} from './domain/api-generation.ts';
import {faultText} from './output/fault-text.ts';

declare const __VERSION__: string;

const {argv, env, stdin, stdout, stderr} = process;

// Chalk, which Ink paints with, does not know NO_COLOR; it reads FORCE_COLOR when it is loaded.
if ((env.NO_COLOR && !env.FORCE_COLOR) || argv.includes('--no-color')) env.FORCE_COLOR = '0';

const environment = {...env};
// A program that this one starts, such as the browser, inherits no key.
for (const {keyVariable} of apis) delete env[keyVariable];
// It would let anybody read keys and secrets. A certificate of one's own is named by NODE_EXTRA_CA_CERTS.
delete env.NODE_TLS_REJECT_UNAUTHORIZED;

const terminal: Terminal = {
	stdin,
	stdout,
	stderr,
	environment,
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
	onCancel(listener) {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, listener);
	},
	configFolder: env.BYOO_CONFIG_DIR || join(envPaths('byoo', {suffix: ''}).config, 'organizations'),
};

async function run(words: readonly string[]): Promise<number> {
	const command = findCommand(words[0]);
	const rest = command ? words.slice(1) : words;
	if (asks(rest, '--help', '-h')) {
		const {helpFor} = await import('./commands/flags/help.ts');
		return print(helpFor(command, stdout.isTTY ? stdout.columns : undefined));
	}
	if (words[0] === 'help') return run([...words.slice(1, 2), '--help']);
	if (asks(words, '--version', '-v')) return print(`${__VERSION__}\n`);
	// A word that is no command is not handed to the wizard, whose answer would be about something else.
	const isWord = !command && words[0] !== undefined && !words[0].startsWith('-');
	const start = await loaders[isWord ? 'unknown' : (command?.name ?? 'wizard')]();
	return start(rest, terminal);
}

/** Whether one of the words is there as a flag, and not as the value of one. */
function asks(words: readonly string[], ...names: readonly string[]): boolean {
	const end = words.indexOf('--');
	return words
		.slice(0, end === -1 ? undefined : end)
		.some((word, index) => names.includes(word) && !takesValue(words[index - 1]));
}

function print(text: string): number {
	stdout.write(text);
	return 0;
}

/** The one place where a fault of the program itself ends up: two lines, and never the values it held. */
function fail(fault: unknown): void {
	stderr.write(faultText(fault));
	process.exit(1);
}

// A reader that has had enough, such as `head`, is no fault; nor is a full disk, but what is missing there must not
// look like success. Neither is a reason to leave a write to the API half done.
let isUnwritable = false;
stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE' || isUnwritable) return;
	isUnwritable = true;
	stderr.write('Standard output could not be written; look at the disk or the program that reads it.\n');
	process.exitCode ||= 1;
});
stderr.on('error', () => undefined);
// The terminal went away. An input of another kind that breaks is told by who reads it.
stdin.on('error', () => {
	if (stdin.isTTY) process.exit(129);
});
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

run(argv.slice(2)).then(code => {
	process.exitCode = code || (isUnwritable ? 1 : 0);
}, fail);
