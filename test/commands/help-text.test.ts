import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {suite, test} from 'node:test';
import {readCommandLine} from '../../source/commands/flags/command-line.ts';
import {commands} from '../../source/commands/flags/command-table.ts';
import {examples} from '../../source/commands/flags/examples.ts';
import {type Flag, flags} from '../../source/commands/flags/flags.ts';
import {helpText} from '../../source/commands/flags/help-text.ts';
import type {Terminal} from '../../source/commands/shared/terminal.ts';
import {unknown} from '../../source/commands/unknown.ts';
import {apis} from '../../source/domain/api-generation.ts';

const everyFlag: Readonly<Record<string, Flag>> = flags;
/** The words of a line as a shell reads them, single quotes among them. */
const wordsOf = (line: string): readonly string[] =>
	(line.match(/'[^']*'|\S+/g) ?? []).map(word => word.replaceAll("'", ''));

const namedIn = (text: string): readonly string[] => text.match(/(?<=--)[a-z][a-z-]*/g) ?? [];

suite('the help', () => {
	test('names every command with what it takes', () => {
		for (const {name, operands, summary} of commands) {
			const line = `${name === 'wizard' ? 'byoo' : `byoo ${name}`} ${operands}`.trim();
			assert.ok(helpText().includes(`  ${line} [flags]`), line);
			assert.ok(helpText().includes(summary), summary);
		}
	});

	test('names the variables that hold a key', () => {
		for (const {keyVariable} of apis) assert.ok(helpText().includes(keyVariable), keyVariable);
	});

	for (const text of [helpText(), ...commands.map(command => helpText(command))]) {
		test(`fits a terminal of 110 columns, and ends its last line: ${text.slice(0, 20)}`, () => {
			for (const line of text.split('\n')) assert.ok(line.length <= 110, line);
			assert.match(text, /[^\n]\n$/);
		});
	}
});

test('a word that is no command has a near one, and is not repeated', async () => {
	let said = '';
	const stream = Object.assign(new PassThrough(), {isTTY: false});
	stream.on('data', (chunk: Buffer) => {
		said += chunk.toString();
	});
	const terminal = {stdout: stream, stderr: stream, environment: {}} as unknown as Terminal;
	assert.equal(await unknown(['lst'], terminal), 2);
	assert.match(said, /Did you mean byoo list\?/);
	assert.doesNotMatch(said, /lst/);
});

suite('the help of a command', () => {
	for (const command of commands) {
		test(`names the flags that ${command.name} understands, and no other`, () => {
			const named = new Set(namedIn(helpText(command)).filter(name => name !== 'help' && name !== 'version'));
			for (const name of named) {
				// Named in a sentence of every help.
				if (['key-command', 'detailed-exitcode'].includes(name)) continue;
				const value = everyFlag[name]?.value === undefined ? [] : ['value'];
				const line = readCommandLine(command, [`--${name}`, ...value]);
				assert.ok(line.ok, name);
			}
			for (const name of command.flags) assert.ok(named.has(name), name);
		});
	}

	for (const command of commands) {
		test(`ends with two or three examples that ${command.name} understands`, () => {
			const lines = examples[command.name].map(({line}) => line);
			assert.ok(lines.length === 2 || lines.length === 3);
			for (const line of lines) {
				const [program, ...words] = wordsOf(line.replace(/ > \S+$/, ''));
				const argv = command.name === 'wizard' ? words : words.slice(1);
				assert.equal(program, 'byoo');
				if (command.name !== 'wizard') assert.equal(words[0], command.name);
				const read = readCommandLine(command, argv);
				assert.ok(read.ok, JSON.stringify(read));
				const shown = helpText(command).replace(/ \\\n\s+/g, ' ');
				assert.ok(shown.includes(`  ${line}\n`), line);
			}
		});
	}

	test('leaves no flag without a command', () => {
		const used = new Set<string>(commands.flatMap(command => command.flags));
		for (const name of Object.keys(flags)) assert.ok(used.has(name), name);
	});
});
