import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {suite, test} from 'node:test';
import {readCommandLine} from '../../source/commands/flags/command-line.ts';
import {commandNamed, findCommand} from '../../source/commands/flags/command-table.ts';
import {type FlagName, flags} from '../../source/commands/flags/flags.ts';
import {exitCodes} from '../../source/commands/shared/exit-codes.ts';
import {rows} from '../manifest/manifests.ts';
import {personalEnvironment} from '../support/environment.ts';
import {anchorsOf, blocksOf, linksOf, type Page, pageAt, pages, quotedIn} from './pages.ts';
import {root} from './source-files.ts';

suite('a page', () => {
	for (const page of pages) {
		test(`has no link that leads nowhere: ${page.path}`, () => {
			for (const link of linksOf(page)) {
				if (/^https:/.test(link)) continue;
				const [file = '', anchor] = link.split('#');
				const to = file === '' ? page.path : path.posix.join(path.posix.dirname(page.path), file);
				assert.ok(existsSync(path.join(root, to)), link);
				assert.ok(isShipped(to), `${link} is not in the package`);
				if (anchor !== undefined) assert.ok(anchorsOf(pageAt(to)).includes(anchor), link);
			}
		});

		test(`names files of this repository that there are: ${page.path}`, () => {
			for (const named of quotedIn(page).filter(isPlace)) {
				assert.ok(existsSync(path.join(root, named)), named);
			}
		});

		test(`has commands that a shell and byoo understand: ${page.path}`, () => {
			for (const words of commandsIn(page)) assertUnderstood(words);
		});

		test(`names in its text only commands and flags that there are: ${page.path}`, () => {
			for (const line of quotedIn(page).filter(isCommand)) assertUnderstood(wordsOf(line), line);
		});

		test(`knows no folder of one computer: ${page.path}`, () => {
			assert.doesNotMatch(
				page.text,
				/(?:^|[\s`"'(=])(?:\/(?:home|Users|root|work|tmp|private)\/|[A-Z]:\\Users)/m,
			);
		});
	}

	test('is led to from the readme, if it is in docs', () => {
		const links = linksOf(pageAt('readme.md'));
		for (const page of pages.filter(one => one.path.startsWith('docs/'))) {
			assert.ok(links.includes(page.path), page.path);
		}
	});
});

test('the pages have commands', () => {
	assert.ok(pages.flatMap(commandsIn).length > 9);
});

test('the example of a manifest is one', () => {
	const [example] = blocksOf(pageAt('docs/manifest.md'));
	assert.deepEqual(
		rows(example?.code ?? '').map(({provider}) => provider),
		['strava', 'polar'],
	);
});

test('the readme gives the two commands that a fresh clone needs', () => {
	const commands = blocksOf(pageAt('readme.md')).map(({code}) => code);
	for (const command of ['npm ci && npm run demo', 'npm ci && npm test']) {
		assert.ok(
			commands.some(code => new RegExp(`^${command} +#`, 'm').test(code)),
			command,
		);
	}
});

test('docs/json.md has every exit code, and every key at the top of a document', () => {
	const {text} = pageAt('docs/json.md');
	const codes = Array.from(text.matchAll(/^\| (\d+) \|/gm), ([, code]) => Number(code));
	assert.deepEqual(
		codes,
		Object.values(exitCodes).toSorted((one, other) => one - other),
	);
	const golden = path.join(root, 'test/golden');
	for (const file of readdirSync(golden)) {
		const document: unknown = JSON.parse(readFileSync(path.join(golden, file), 'utf8'));
		for (const key of Object.keys(document ?? {})) assert.ok(text.includes(`"${key}"`), `${key} of ${file}`);
	}
});

/** What npm always packs is not listed. */
const shipped: readonly string[] = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).files;
const isShipped = (file: string): boolean =>
	shipped.some(entry => file === entry || file.startsWith(`${entry}/`));

const isCommand = (quoted: string): boolean => /^(?:npx )?byoo(?= |$)/.test(quoted);

/** The words of a command in a sentence: what may be left out is, of several ways the first is taken. */
const wordsOf = (line: string): readonly string[] =>
	line
		.replace(/^(?:npx )?byoo ?/, '')
		.replace(/ > .*$/, '')
		.replace('COMMAND', 'set')
		.split(' ')
		.filter(word => word !== '' && !/^\[|\]$/.test(word))
		.map(word => word.split('|')[0] ?? '');

const isPlace = (quoted: string): boolean =>
	/^(?:docs|test|scripts|bench|source|\.ci|\.github)\/[\w./-]+$/.test(quoted) && !/[*…]/.test(quoted);

/** The words of each command of byoo in the blocks of a page, as a shell makes them. */
const commandsIn = (page: Page): readonly (readonly string[])[] =>
	blocksOf(page).flatMap(({language, code}) => {
		if (language === 'sh' || language === 'bash')
			return /^(?:.*\| )?byoo( |$)/m.test(code) ? called(code) : [];
		const steps = Array.from(code.matchAll(/^ +- run: npx (byoo .*)$/gm), ([, line = '']) => line);
		return steps.length === 0 ? [] : called(steps.join('\n').replaceAll(/\$\{\{[^}]*\}\}/g, '1'));
	});

/** What byoo is called with when a shell runs this, in a folder of its own and without any other program. */
function called(code: string): readonly (readonly string[])[] {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'byoo-'));
	const stubs = ['pbpaste', 'vault', 'jq'].map(name => `${name}() { :; }`).join('\n');
	const {status, output} = spawnSync('/bin/bash', ['-eu', '-c', `${stubs}\n${recorder}\n${code}`], {
		cwd: folder,
		encoding: 'utf8',
		env: personalEnvironment({PATH: folder}),
		stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
	});
	rmSync(folder, {recursive: true});
	assert.deepEqual([status, output[2]], [0, ''], code);
	const words = (output[3] ?? '').split('\0').slice(0, -1);
	const calls: (readonly string[])[] = [];
	while (words.length > 0) calls.push(words.splice(0, Number(words.shift())));
	return calls;
}

const recorder = `byoo() { printf '%s\\0' $# "$@" >&3; }`;

/** `byoo` alone is the wizard. A sentence may name a flag without its value. */
function assertUnderstood(words: readonly string[], sentence?: string): void {
	const called = findCommand(words[0]);
	const command = called ?? commandNamed('wizard');
	const rest = (called ? words.slice(1) : words).filter(word => word !== '--help' && word !== '--version');
	const last = rest.at(-1)?.replace('--', '') ?? '';
	const isNamed = sentence !== undefined && command.flags.some(flag => flag === last && takesValue(flag));
	const read = readCommandLine(command, isNamed ? [...rest, 'VALUE'] : rest);
	assert.ok(read.ok, `${sentence ?? words.join(' ')}: ${JSON.stringify(read)}`);
}

const takesValue = (name: FlagName): boolean => 'value' in flags[name];
