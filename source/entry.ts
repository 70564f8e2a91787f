import {faultText} from './output/fault-text.ts';
import type {ProblemJson} from './output/problem-words.ts';

/*
The file that is started, before it is known on what. What needs none of the program it answers itself. Whoever has an older Node than the program needs must be told
so and not be shown a fault of syntax, so this is built to ES5 and calls nothing that Node 0.12 lacks. The build
refuses `const`, classes and the like; functions have parameters in place of variables.
*/

/** `major.minor` of the oldest Node that the program runs on: `engines` of package.json, put in by the build. */
declare var __OLDEST_NODE__: string;
declare var __VERSION__: string;

function begin(words: readonly string[], version: string): void {
	if (rank(version) < rank(__OLDEST_NODE__)) refuse(words, version);
	else if (words.length === 1 && /^(--version|-v)$/.test(words[0] || '')) sayVersion();
	else load();
}

/** As the program does: it would take ten times as long to load. */
function sayVersion(): void {
	try {
		// A stream would have to be made first.
		require('node:fs').writeSync(1, `${__VERSION__}\n`);
	} catch (_fault) {
		// A pipe that takes nothing now, or a reader that has gone.
		process.stdout.on('error', ignore);
		process.stdout.write(`${__VERSION__}\n`);
	}
}

function load(): void {
	try {
		require('./cli.ts');
	} catch (fault) {
		fail(fault);
	}
}

/** 18020 for `18.20.4`: what is after the minor version does not count. */
function rank(version: string): number {
	return parseInt(version, 10) * 1000 + parseInt(version.replace(/^\d+\./, ''), 10);
}

function refuse(words: readonly string[], version: string): void {
	process.exitCode = 1;
	// A reader that has gone or a full disk is no reason for a stack.
	process.on('uncaughtException', ignore);
	answer(
		words.indexOf('--json') !== -1,
		`Node ${__OLDEST_NODE__} or newer is needed, this is ${version.replace(/^(\d+\.\d+).*$/, '$1')}.`,
		'Install a newer Node, or switch to one with your version manager, and run byoo again.',
	);
}

function answer(isJson: boolean, message: string, advice: string): void {
	if (isJson) process.stdout.write(`${JSON.stringify(problem(message, advice), null, 2)}\n`);
	else process.stderr.write(`${message}\n${advice}\n`);
}

/** In the shape of every failure: this Node does not offer what the program needs. */
function problem(message: string, advice: string): ProblemJson {
	return {
		error: {kind: 'unavailable', status: null, message: message, advice: advice, fields: [], requestId: null},
	};
}

/** The program could not even be loaded. */
function fail(fault: unknown): void {
	process.stderr.write(faultText(fault));
	process.exit(1);
}

function ignore(): void {}

begin(process.argv.slice(2), process.versions.node);
