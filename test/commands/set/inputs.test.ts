import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import {test} from 'node:test';
import {readInputs} from '../../../source/commands/set/inputs.ts';
import type {Context} from '../../../source/commands/shared/scripted.ts';
import {providerOfSlug} from '../../../source/domain/providers/find-providers.ts';

async function notesOn(details: object): Promise<readonly string[]> {
	const terminal = {stdin: Readable.from([JSON.stringify(details)]), environment: {}};
	const values = {'details-file': '-'};
	const context = {operands: [], values, terminal, signal: new AbortController().signal};
	const inputs = await readInputs(context as unknown as Context, providerOfSlug('polar'), {});
	assert.ok(inputs.ok);
	return inputs.value.notes.map(({message}) => message);
}

test('of many unknown details the first are named, and the others counted', async () => {
	const unknown = (count: number) =>
		Object.fromEntries(Array.from({length: count}, (_, index) => [`name${index}`, 1]));
	const ten = Object.keys(unknown(10)).join(', ');
	const [many = ''] = await notesOn(unknown(1000));
	assert.match(many, new RegExp(`is not known to have ${ten} and 990 more; it is sent all the same\\.`));
	const [few = ''] = await notesOn(unknown(10));
	assert.match(few, new RegExp(`is not known to have ${ten}; it is sent`));
});
