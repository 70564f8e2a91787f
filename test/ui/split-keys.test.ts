import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {splitKeys} from '../../source/ui/split-keys.ts';
import {bracketed, keys} from '../support/keys.ts';
import {runs} from '../support/thorough.ts';

const longPaste = bracketed(`${'secret-🔑\r\n'.repeat(900)}\u001b[A`);

suite('one read of the terminal is split into keys', () => {
	const rows: Readonly<Record<string, readonly string[]>> = {
		'an arrow and Return': [keys.down, keys.enter],
		'three arrows': [keys.down, keys.down, keys.up],
		'an arrow with a modifier': [keys.ctrlRight, keys.left],
		'arrows in application mode': ['\u001bOA', '\u001bOB'],
		'other named keys': [keys.home, keys.pageDown, keys.delete, keys.shiftTab],
		'text and an arrow': ['abc', keys.left, 'd'],
		'a word and Return, which may be a paste': ['漢字\r'],
		Tab: [keys.tab],
		'text before Escape': ['abc', keys.escape],
		'Alt with a letter': [keys.altB, 'x'],
		controls: [keys.ctrlU, keys.backspace, keys.ctrlC, 'x'],
		'a bracketed paste between keys': [keys.down, bracketed('a\r\nb'), keys.enter],
		'two bracketed pastes': [bracketed('a'), bracketed('b')],
		'an empty bracketed paste': [bracketed('')],
		'a bracketed paste of 10 kB with keys in it': [longPaste, keys.enter],
		'a bracketed paste whose end is missing': [keys.up, '\u001b[200~abc\r'],
		'a paste without brackets': ['abc\r\n\tdef\r\n'],
		'a beginning of an escape sequence': ['\u001b[', '1;5'],
	};
	for (const [name, pieces] of Object.entries(rows)) {
		test(`with ${name}`, () => assert.deepEqual(splitKeys(pieces.join('')), pieces));
	}

	test('with Return twice as one piece, which is one Return', () => {
		assert.deepEqual(splitKeys(keys.enter + keys.enter), [keys.enter + keys.enter]);
	});
});

suite('whatever is read', () => {
	const input = fc
		.array(
			fc.oneof(
				fc.string({unit: 'binary'}),
				fc.constantFrom(...Object.values(keys)),
				fc.constantFrom('\u001b', '\u001b[', '\u001b[2', '\u001b[200~', '\u001b[201~', '\u001bO', '\ud83d'),
			),
			{size: 'large', maxLength: 40},
		)
		.map(parts => parts.join(''));

	test('the pieces joined are the input', () => {
		fc.assert(
			fc.property(input, text => assert.equal(splitKeys(text).join(''), text)),
			{numRuns: runs(500)},
		);
	});

	test('no piece is empty, and text stands in no piece with an escape sequence', () => {
		fc.assert(
			fc.property(input, text => {
				for (const piece of splitKeys(text)) {
					assert.notEqual(piece, '');
					if (!piece.includes('\u001b')) continue;
					assert.ok(piece.startsWith('\u001b'), JSON.stringify(piece));
				}
			}),
		);
	});
});
