import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {joined} from '../../scripts/build/injected/joined.ts';
import {emulate} from '../support/emulator.ts';
import {waitUntil} from '../support/wait.ts';

// The build lets Ink say at once how many lines the cursor goes down, so that has to come to the same.

const piece = fc.constantFrom(
	'\u001b[E',
	'text',
	'\u001b[K',
	'\n',
	'\u001b[2A',
	'\u001b[5G',
	'\u001b[31mred\u001b[39m',
);

async function drawn(bytes: string) {
	const emulator = emulate({columns: 20, rows: 8});
	emulator.write(bytes);
	await waitUntil(emulator.isDrawn, {
		screen: emulator.screen,
		isWhole: emulator.isWhole,
		end: () => undefined,
		seconds: 15,
	});
	return {screen: emulator.painted(), cursor: emulator.cursor()};
}

test('a frame is drawn the same in fewer bytes, however many of its rows stay', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(piece, {minLength: 1, maxLength: 40}), async pieces => {
			const fewer = joined(pieces);
			assert.ok(fewer.length <= pieces.join('').length);
			assert.deepEqual(await drawn(fewer), await drawn(pieces.join('')));
		}),
		{numRuns: 50},
	);
	assert.equal(joined(['\u001b[E', '\u001b[E', '\u001b[E', 'end']), '\u001b[3Eend');
});
