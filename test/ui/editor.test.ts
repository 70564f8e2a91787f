import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {Key} from 'ink';
import stringWidth from 'string-width';
import {
	charactersOf,
	type Edit,
	edited,
	editOf,
	type Line,
	lineOf,
	textIn,
	windowOf,
} from '../../source/ui/prompts/editor.ts';

const clusters = ['a', 'é', 'e\u0301', '漢', '👍🏽', '👨‍👩‍👧', '🇩🇪', '한', ' ', '-'];
const text = fc.array(fc.constantFrom(...clusters), {maxLength: 20}).map(parts => parts.join(''));
const edits = fc.constantFrom<Edit>(
	{kind: 'left'},
	{kind: 'right'},
	{kind: 'word-left'},
	{kind: 'word-right'},
	{kind: 'start'},
	{kind: 'end'},
	{kind: 'backspace'},
	{kind: 'delete'},
	{kind: 'kill-word'},
	{kind: 'kill-to-start'},
	{kind: 'kill-to-end'},
);
const anyEdit = fc.oneof(
	edits,
	text.map((inserted): Edit => ({kind: 'insert', text: inserted})),
);
const anyLine = fc.tuple(text, fc.nat()).map(([content, at]): Line => {
	const {characters} = lineOf(content);
	return {characters, cursor: at % (characters.length + 1)};
});

/** A line with `|` where its cursor is. */
const shown = ({characters, cursor}: Line): string =>
	[...characters.slice(0, cursor), '|', ...characters.slice(cursor)].join('');

const lineAt = (marked: string): Line => {
	const [before = '', after = ''] = marked.split('|');
	return {characters: [...charactersOf(before), ...charactersOf(after)], cursor: charactersOf(before).length};
};

suite('a character', () => {
	for (const cluster of clusters) {
		test(`is what a person sees as one: ${cluster}`, () => {
			assert.deepEqual(charactersOf(`x${cluster}y`), ['x', cluster, 'y']);
			assert.equal(shown(edited(lineOf(`x${cluster}`), {kind: 'backspace'})), 'x|');
		});
	}

	test('grows by a mark that is typed after it', () => {
		const line = edited(lineOf('e'), {kind: 'insert', text: '\u0301'});
		assert.deepEqual(line, {characters: ['e\u0301'], cursor: 1});
	});
});

suite('an edit', () => {
	const rows: readonly (readonly [kind: Exclude<Edit['kind'], 'insert'>, before: string, after: string])[] = [
		['left', 'ab|c', 'a|bc'],
		['left', '|abc', '|abc'],
		['right', 'ab|c', 'abc|'],
		['right', 'abc|', 'abc|'],
		['word-left', 'one  two|', 'one  |two'],
		['word-left', 'one  |two', '|one  two'],
		['word-right', '|one  two', 'one|  two'],
		['word-right', 'one|  two', 'one  two|'],
		['start', 'ab|c', '|abc'],
		['end', 'a|bc', 'abc|'],
		['backspace', 'ab|c', 'a|c'],
		['backspace', '|abc', '|abc'],
		['delete', 'a|bc', 'a|c'],
		['delete', 'abc|', 'abc|'],
		['kill-word', 'one two |three', 'one |three'],
		['kill-word', '|one', '|one'],
		['kill-to-start', 'one |two', '|two'],
		['kill-to-end', 'one |two', 'one |'],
	];
	for (const [kind, before, after] of rows) {
		test(`${kind} makes ${after} of ${before}`, () =>
			assert.equal(shown(edited(lineAt(before), {kind})), after));
	}

	test('inserts at the cursor, and puts it after what was inserted', () => {
		fc.assert(
			fc.property(anyLine, text, (line, inserted) => {
				const before = line.characters.slice(0, line.cursor).join('');
				const after = line.characters.slice(line.cursor).join('');
				const next = edited(line, {kind: 'insert', text: inserted});
				assert.equal(textIn(next), before + inserted + after);
				assert.equal(next.characters.slice(0, next.cursor).join(''), before + inserted);
			}),
		);
	});

	test('keeps the cursor in the line, and only moves or removes otherwise', () => {
		fc.assert(
			fc.property(anyLine, fc.array(anyEdit), (start, several) => {
				let line = start;
				for (const edit of several) {
					const before = line;
					line = edited(line, edit);
					assert.ok(line.cursor >= 0 && line.cursor <= line.characters.length);
					if (edit.kind === 'insert') continue;
					assert.ok(line.characters.length <= before.characters.length);
					assert.ok(line.characters.every(character => before.characters.includes(character)));
				}
			}),
		);
	});

	test('to kill both sides leaves nothing, and to kill each leaves the other', () => {
		fc.assert(
			fc.property(anyLine, line => {
				const start = edited(line, {kind: 'kill-to-start'});
				const end = edited(line, {kind: 'kill-to-end'});
				assert.equal(textIn(end) + textIn(start), textIn(line));
				assert.deepEqual(edited(start, {kind: 'kill-to-end'}), {characters: [], cursor: 0});
			}),
		);
	});

	test('is taken back by its opposite', () => {
		fc.assert(
			fc.property(anyLine, line => {
				const typed = edited(line, {kind: 'insert', text: 'x'});
				assert.deepEqual(edited(typed, {kind: 'backspace'}), line);
				if (line.cursor > 0) assert.deepEqual(edited(edited(line, {kind: 'left'}), {kind: 'right'}), line);
			}),
		);
	});
});

suite('a key', () => {
	const key = (changes: Partial<Key>): Key => changes as Key;
	const rows: readonly (readonly [name: string, input: string, key: Partial<Key>, edit: Edit | undefined])[] =
		[
			['a letter', 'a', {}, {kind: 'insert', text: 'a'}],
			['a capital', 'A', {shift: true}, {kind: 'insert', text: 'A'}],
			['a paste', 'abc', {}, {kind: 'insert', text: 'abc'}],
			['←', '', {leftArrow: true}, {kind: 'left'}],
			['Ctrl+←', '', {leftArrow: true, ctrl: true}, {kind: 'word-left'}],
			['Alt+→', '', {rightArrow: true, meta: true}, {kind: 'word-right'}],
			['Home', '', {home: true}, {kind: 'start'}],
			['End', '', {end: true}, {kind: 'end'}],
			['Backspace', '', {backspace: true}, {kind: 'backspace'}],
			['Alt+Backspace', '', {backspace: true, meta: true}, {kind: 'kill-word'}],
			['Delete', '', {delete: true}, {kind: 'delete'}],
			['Ctrl+A', 'a', {ctrl: true}, {kind: 'start'}],
			['Ctrl+E', 'e', {ctrl: true}, {kind: 'end'}],
			['Ctrl+W', 'w', {ctrl: true}, {kind: 'kill-word'}],
			['Ctrl+U', 'u', {ctrl: true}, {kind: 'kill-to-start'}],
			['Ctrl+K', 'k', {ctrl: true}, {kind: 'kill-to-end'}],
			['Alt+B', 'b', {meta: true}, {kind: 'word-left'}],
			['Alt+F', 'f', {meta: true}, {kind: 'word-right'}],
			['Ctrl+Q', 'q', {ctrl: true}, undefined],
			['Return', '\r', {return: true}, undefined],
			['Tab', '\t', {tab: true}, undefined],
			['Escape', '', {escape: true}, undefined],
			['↑', '', {upArrow: true}, undefined],
			['PageDown', '', {pageDown: true}, undefined],
		];
	for (const [name, input, changes, edit] of rows) {
		test(`${name} is ${edit?.kind ?? 'no edit'}`, () => assert.deepEqual(editOf(input, key(changes)), edit));
	}
});

suite('the window on a line', () => {
	test('is never wider than its width, and has the cursor in it', () => {
		fc.assert(
			fc.property(anyLine, fc.integer({min: 3, max: 30}), (line, width) => {
				const window = windowOf(line, width, stringWidth);
				assert.ok(stringWidth(window.text) <= width);
				assert.ok(window.cursor >= 0 && window.cursor < width);
				assert.ok(textIn(line).includes(window.text));
			}),
		);
	});

	test('is the whole line where that fits, with the cursor where it is', () => {
		fc.assert(
			fc.property(anyLine, line => {
				const before = line.characters.slice(0, line.cursor).join('');
				const width = stringWidth(textIn(line)) + 1;
				assert.deepEqual(windowOf(line, width, stringWidth), {
					text: textIn(line),
					cursor: stringWidth(before),
				});
			}),
		);
	});
});
