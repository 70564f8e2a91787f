import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {toldOfLeaving} from '../../source/commands/shared/proving.ts';

/** What is said while a test user is there and this aborts the last signal. */
async function saidWhen(reason: string): Promise<readonly string[]> {
	const said: string[] = [];
	const last = new AbortController();
	const voice = {note: (...lines: readonly string[]) => void said.push(...lines)};
	await toldOfLeaving({voice, lastSignal: last.signal}, async () => last.abort(reason));
	return said;
}

suite('while a test user is there', () => {
	test('whoever insists on leaving is told that it stays', async () => {
		const [words = ''] = await saidWhen('cancelled');
		assert.match(words, /stays at Junction/);
	});

	test('a deadline says nothing of it, since it is deleted before the end', async () => {
		assert.deepEqual(await saidWhen('deadline'), []);
	});
});
