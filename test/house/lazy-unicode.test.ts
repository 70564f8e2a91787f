import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lazySegmenter} from '../../scripts/build/injected/lazy-segmenter.ts';
import {isRgiEmoji} from '../../scripts/build/injected/rgi-emoji.ts';

// The build replaces Unicode's tables by these two, so they have to answer exactly as the tables do.

const pattern = '^\\p{RGI_Emoji}$';
const realPattern = new RegExp(pattern, 'v');
const realSegmenter = new Intl.Segmenter();
const clusters = [
	'👍',
	'👍🏽',
	'🇩🇪',
	'👨‍👩‍👧',
	'1️⃣',
	'‼️',
	'↔️',
	'❤️',
	'é',
	'e\u0301',
	'漢',
	'한',
	'\ud83d',
	'ab',
	'\r\n',
	'',
];

test('an emoji is what Unicode lists as one', () => {
	const codePoints = Array.from({length: 0x20000}, (_, code) => String.fromCodePoint(code));
	for (const cluster of [...codePoints, ...clusters]) {
		assert.equal(isRgiEmoji(cluster), realPattern.test(cluster), JSON.stringify(cluster));
	}
});

test('no sign is taken for a cluster of its own if another can join it', () => {
	const joiners = ['a', '\u0301', '\ufe0f', '\u200d', '🏽', '\n'];
	for (let code = 0; code < 0x2800; code++) {
		for (const joiner of joiners) assertSameSegments(String.fromCharCode(code) + joiner);
	}
});

test('text of any kind is cut where Intl.Segmenter cuts it', () => {
	for (const first of clusters) {
		for (const second of clusters) assertSameSegments(`│ ${first}${second} … ${second}`);
	}
});

function assertSameSegments(text: string): void {
	const lazy = lazySegmenter().segment(text);
	const real = realSegmenter.segment(text);
	const message = JSON.stringify(text);
	assert.deepEqual(
		Array.from(lazy, ({segment}) => segment),
		Array.from(real, ({segment}) => segment),
		message,
	);
	for (const index of [0, 1, text.length]) {
		assert.equal(lazy.containing(index)?.segment, real.containing(index)?.segment, message);
	}
}
