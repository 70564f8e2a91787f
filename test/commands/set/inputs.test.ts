import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import {suite, test} from 'node:test';
import {readInputs} from '../../../source/commands/set/inputs.ts';
import type {Context} from '../../../source/commands/shared/scripted.ts';
import {otherDetails} from '../../../source/domain/body/details-answers.ts';
import {providerOfSlug, unknownProvider} from '../../../source/domain/providers/find-providers.ts';

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

suite('details of unknown shape', () => {
	const read = (details: object, values: object = {}) => {
		const terminal = {stdin: Readable.from([JSON.stringify(details)]), environment: {}};
		const signal = new AbortController().signal;
		const context = {operands: [], values: {'details-file': '-', ...values}, terminal, signal};
		return readInputs(context as unknown as Context, unknownProvider('newer'), {});
	};

	test('are taken as they are where nothing is doubted, whatever else is in them', async () => {
		const details = {
			token: 'a1B2-c3',
			scopes: ['read', 'read:all'],
			deep: {count: 1, isOn: true, none: null},
		};
		const inputs = await read(details);
		assert.ok(inputs.ok);
		assert.deepEqual(otherDetails(inputs.value.answers), details);
	});

	const doubted: Readonly<Record<string, readonly [details: object, field: string, message: RegExp]>> = {
		'a mask': [{token: 'canary****'}, 'details.token', /A part is hidden/],
		'a reference': [{deep: {token: '$CANARY'}}, 'details.deep.token', /says where the value is/],
		'a reference in a list': [{tokens: ['a1', ['%CANARY%']]}, 'details.tokens', /says where the value is/],
		'a reference in an object of a list': [{tokens: [{a: '$CANARY'}]}, 'details.tokens', /says where/],
		'a control character': [{token: 'canary\u0007'}, 'details.token', /which no value holds/],
		'half of a character': [{token: 'canary\ud83d'}, 'details.token', /Half of a character/],
		'white space around it': [{token: ' canary'}, 'details.token', /White space stands around it/],
		'a name that may be a secret': [{'c4n4ry/=x': '$CANARY'}, 'details.••••••••', /says where the value is/],
	};
	for (const [name, [details, field, message]] of Object.entries(doubted)) {
		test(`are refused for ${name}, at its place and without it`, async () => {
			const inputs = await read(details);
			assert.ok(!inputs.ok && inputs.problem.kind === 'correct');
			assert.deepEqual(
				inputs.problem.fields.map(one => one.field),
				[field],
			);
			assert.match(inputs.problem.fields[0]?.message ?? '', message);
			assert.doesNotMatch(JSON.stringify(inputs.problem), /canary|c4n4ry/i);
		});
	}

	test('are refused for all of it at once, and taken where that is meant', async () => {
		const details = {token: '$TOKEN', other: 'abcd****'};
		const inputs = await read(details);
		assert.ok(!inputs.ok && inputs.problem.kind === 'correct');
		assert.equal(inputs.problem.fields.length, 2);
		assert.match(inputs.problem.fields[0]?.message ?? '', /add --exact details\.token\.$/);
		assert.ok((await read(details, {exact: ['details.token', 'details.other']})).ok);
	});
});
