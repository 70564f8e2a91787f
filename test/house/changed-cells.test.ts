import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import inkLog from '../../node_modules/ink/build/log-update.js';
import {cellsOf} from '../../scripts/build/injected/cells.ts';
import {changedCells} from '../../scripts/build/injected/changed-cells.ts';
import {createLog} from '../../scripts/build/injected/log-update.ts';
import {emulate} from '../support/emulator.ts';
import {runs} from '../support/thorough.ts';
import {waitUntil} from '../support/wait.ts';

// The build writes frames itself, in place of Ink's log-update: the screen has to come to the same.

const columns = 30;
const rows = 8;

const styles = [
	['\u001b[1m', '\u001b[22m'],
	['\u001b[2m', '\u001b[22m'],
	['\u001b[36m', '\u001b[39m'],
	['\u001b[32m\u001b[1m', '\u001b[22m\u001b[39m'],
	['\u001b[7m', '\u001b[27m'],
	['\u001b[45m\u001b[97m', '\u001b[39m\u001b[49m'],
	['\u001b[4m\u001b[1m', '\u001b[22m\u001b[24m'],
	['\u001b[38;5;208m', '\u001b[39m'],
	['\u001b[38;2;10;20;30m\u001b[48;5;22m', '\u001b[49m\u001b[39m'],
	['\u001b[3m\u001b[9m', '\u001b[29m\u001b[23m'],
	['', ''],
] as const;

const words = fc.constantFrom(
	'byoo',
	'Where',
	'will',
	'❯',
	'┃',
	'◆ ',
	' ',
	'   ',
	'12',
	'••••',
	'Łódź',
	'…',
	'─',
);
const styled = fc
	.tuple(words, fc.constantFrom(...styles), fc.boolean())
	.map(([text, [on, off], isSpaced]) => `${on}${text}${off}${isSpaced ? ' ' : ''}`);
const line = fc.oneof(
	{
		weight: 1,
		arbitrary: fc.constantFrom('', '東京 us', '👩‍👩‍👧 a', '! \u001b[53mover\u001b[55m', 'é e\u0301 x'),
	},
	{weight: 6, arbitrary: fc.array(styled, {maxLength: 4}).map(pieces => pieces.join(''))},
);
const frame = fc.array(line, {minLength: 1, maxLength: rows - 1});
const position = fc.option(fc.record({x: fc.nat(columns - 1), y: fc.nat(rows - 2)}), {nil: undefined});

/** A screen of its own, as a terminal gives it to the wizard. */
async function screenAfter(bytes: string) {
	const emulator = emulate({columns, rows, convertEol: true});
	emulator.write(`\u001b[?1049h\u001b[?25l\u001b[H${bytes}`);
	await waitUntil(emulator.isDrawn, {
		screen: emulator.screen,
		isWhole: emulator.isWhole,
		end: () => undefined,
		seconds: 15,
	});
	const {isVisible, ...place} = emulator.cursor();
	return {
		text: emulator.painted().replace(/ +$/gm, ''),
		cells: emulator.cells(),
		caret: isVisible ? place : 'hidden',
	};
}

/** A terminal's stream that keeps what is written to it. */
function recorder() {
	const stream = Object.assign(new PassThrough(), {columns, rows, isTTY: true});
	return {stream, bytes: () => String(stream.read() ?? '')};
}

type Log = ReturnType<typeof createLog>;
type Step = (log: Log) => void;

const drawing = fc.record({lines: frame, caret: position}).map(({lines, caret}): Step => {
	const text = `${lines.join('\n')}\n`;
	return log => {
		log.setCursorPosition(caret);
		assert.equal(log.willRender(text), log(text));
	};
});

const others = fc.constantFrom<Step>(
	log => log.clear(),
	// Ink leaves a screen before it says that it is done.
	log => {
		log.clear();
		log.done();
	},
);

/** The same frame with its cursor elsewhere. */
const moving = fc.tuple(frame, fc.nat(columns - 1), fc.nat(columns - 1)).map(([lines, from, to]): Step => {
	return log => {
		for (const x of [from, to]) {
			log.setCursorPosition({x, y: 0});
			log(`${lines.join('\n')}\n`);
		}
	};
});

test('one frame after the other is drawn as Ink draws it, with its cursor, whatever changes between them', async () => {
	const step = fc.oneof(
		{weight: 6, arbitrary: drawing},
		{weight: 1, arbitrary: moving},
		{weight: 1, arbitrary: others},
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 6}), async steps => {
			const [own, ink] = [recorder(), recorder()];
			const logs: readonly Log[] = [
				createLog(own.stream as unknown as NodeJS.WriteStream),
				inkLog.create(ink.stream as unknown as NodeJS.WriteStream, {incremental: true}),
			];
			for (const does of steps) logs.forEach(does);
			assert.deepEqual(await screenAfter(own.bytes()), await screenAfter(ink.bytes()));
		}),
		{numRuns: runs(600)},
	);
});

suite('what is written of a frame', () => {
	const bytes = (before: readonly string[], after: readonly string[]) => changedCells(before, after, columns);

	test('is nothing where nothing changed', () => {
		assert.equal(bytes(['a', '\u001b[1mb\u001b[22m'], ['a', '\u001b[1mb\u001b[22m']), '');
	});

	test('is nothing where only a style of blanks changed that nobody sees', () => {
		assert.equal(bytes(['a \u001b[2m \u001b[22mb'], ['a  b']), '');
	});

	test('is the word that changed, at its place', () => {
		assert.equal(bytes(['Step 1 of 11'], ['Step 2 of 11']), '\u001b[1;6H2');
		assert.equal(bytes(['Which team?'], ['What team?']), '\u001b[1HWhat team?\u001b[K');
	});

	test('is a whole word also where only its end changed, so that a recording has it', () => {
		assert.equal(bytes(['secret-1'], ['secret-2']), '\u001b[1Hsecret-2');
	});

	test('ends in no style, wherever it ends', () => {
		assert.equal(
			bytes(['', ''], ['\u001b[1m\u001b[36m❯\u001b[39m\u001b[22m', '']),
			'\u001b[1H\u001b[1;36m❯\u001b[m',
		);
	});

	test('is a whole line where terminals disagree how wide its signs are', () => {
		for (const doubtful of ['東京 1', '👩‍👩‍👧 1', 'e\u0301 1', 'שלום 1']) {
			assert.equal(bytes([doubtful], ['plain 1']), '\u001b[1H\u001b[K\u001b[?7lplain 1\u001b[?7h');
			assert.equal(bytes(['plain 1'], [doubtful]), `\u001b[1H\u001b[K\u001b[?7l${doubtful}\u001b[?7h`);
		}
	});

	test('is a whole line where a sequence in it is not known', () => {
		for (const sequence of ['\u001b]8;;https://x\u0007', '\u001b[53m', '\u001b[5C', '\t'])
			assert.equal(cellsOf(`a${sequence}b`), undefined);
	});
});

test('a terminal of another width is drawn anew, since it may have wrapped what it showed', () => {
	const {stream, bytes} = recorder();
	const log = createLog(stream as unknown as NodeJS.WriteStream);
	log('a frame\n');
	bytes();
	stream.columns = columns - 1;
	log('another frame\n');
	assert.equal(bytes(), '\u001b[H\u001b[J\u001b[?7l\u001b[1Hanother frame\u001b[?7h');
});

test('a line that a terminal finds wider than it is harms no other', async () => {
	const {stream, bytes} = recorder();
	const log = createLog(stream as unknown as NodeJS.WriteStream);
	const wide = '\u0915\u094d\u0937\u093f '.repeat(columns / 3);
	assert.equal(stringWidth(wide), columns);
	for (const [first, last] of [
		[wide, 'below'],
		['plain', 'below'],
		[wide, 'last'],
	]) {
		log(`${first}\nbetween\n${last}\n`);
	}
	const {text} = await screenAfter(bytes());
	assert.deepEqual(text.split('\n').slice(1), ['between', 'last']);
});

test('what was written by others is known once it is told', () => {
	const {stream, bytes} = recorder();
	const log = createLog(stream as unknown as NodeJS.WriteStream);
	log.setCursorPosition({x: 1, y: 0});
	log.sync('a frame\n');
	assert.equal(bytes(), '\u001b[1;2H\u001b[?25h');
	log('a frame that goes on\n');
	assert.equal(bytes(), '\u001b[?25l\u001b[1;9Hthat goes on');
});
