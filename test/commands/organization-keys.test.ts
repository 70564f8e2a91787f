import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import {suite, test} from 'node:test';
import {findKey, keyFrom} from '../../source/commands/shared/organization-keys.ts';
import type {Terminal} from '../../source/commands/shared/terminal.ts';
import {assertNoSecret, keyText} from '../support/credentials.ts';

const junctionOnly = {JUNCTION_MANAGEMENT_KEY: keyText};
const both = {...junctionOnly, VITAL_ORG_KEY: 'vital-key'};

suite('the key from the environment', () => {
	test('belongs to the API of its variable', () => {
		const {key, isAmbiguous} = keyFrom(junctionOnly);
		assert.deepEqual(
			[key?.generation, key?.from, isAmbiguous],
			['junction', 'JUNCTION_MANAGEMENT_KEY', false],
		);
		assert.equal(key?.secret.reveal(), keyText);
		assert.equal(keyFrom({VITAL_ORG_KEY: 'vital-key'}).key?.generation, 'vital');
	});

	test('keeps the white space around it, which is asked about and never taken away unsaid', () => {
		assert.equal(keyFrom({VITAL_ORG_KEY: ' vital-key\r\n'}).key?.secret.reveal(), ' vital-key\r\n');
	});

	test('is none where its variable is empty', () => {
		for (const environment of [{}, {VITAL_ORG_KEY: ''}, {VITAL_ORG_KEY: ' \n'}]) {
			assert.deepEqual(keyFrom(environment), {isAmbiguous: false});
		}
	});

	test('is not guessed where both are set', () => {
		assert.deepEqual(keyFrom(both), {isAmbiguous: true});
		assert.equal(keyFrom({...both, VITAL_ORG_KEY: ' '}).key?.generation, 'junction');
	});

	test('is the one of the API that a flag names', () => {
		assert.equal(keyFrom(both, 'vital').key?.secret.reveal(), 'vital-key');
		assert.equal(keyFrom(both, 'junction').key?.secret.reveal(), keyText);
	});

	test('is never offered to another API than its own', () => {
		assert.deepEqual(keyFrom(junctionOnly, 'vital'), {isAmbiguous: false});
	});

	test('is not printed', () => assertNoSecret(keyFrom(junctionOnly)));
});

suite('a key that is doubted', () => {
	const find = (environment: Readonly<Record<string, string>>, values: Parameters<typeof findKey>[0] = {}) =>
		findKey(values, {environment, stdin: Readable.from([])} as unknown as Terminal, undefined);

	const doubtful: readonly (readonly [text: string, message: RegExp])[] = [
		['"mg_canary"', /It is wrapped in quotes.*Without that it has 9 characters/],
		['Bearer mg_canary', /a word of a request header/],
		['KEY=mg_canary', /A name stands before it/],
		['sk_us_4f1c9d20ab4f1c9d20ab', /give the organization key/],
		['mg_can****', /A part is hidden/],
		[' mg_canary', /White space stands around it, first a space \(U\+0020\) at position 1/],
		['mg_canary\u200b', /zero-width space \(U\+200B\)/],
	];
	for (const [text, message] of doubtful) {
		test(`is refused before its API is chosen, from a command and from a variable: ${text}`, async () => {
			const command = `printf '%s\\n' '${text}'`;
			for (const found of [
				await find({}, {'key-command': command}),
				await find({VITAL_ORG_KEY: text}),
				await find({JUNCTION_MANAGEMENT_KEY: text}),
			]) {
				assert.ok(!found.ok, 'It was taken.');
				assert.match(found.problem.message, message);
				assert.match(found.problem.message, /add --exact organization-key\.$/);
				assert.doesNotMatch(found.problem.message, /canary/);
			}
		});
	}

	for (const text of ['"mg_canary', '(mg_canary)', '=mg_canary', 'mg_canary"', 'mg_canary:', 'x mg_canary']) {
		test(`is asked about where something stands beside it: ${text}`, async () => {
			for (const found of [
				await find({}, {'key-command': `printf '%s\\n' '${text}'`}),
				await find({JUNCTION_MANAGEMENT_KEY: text}),
				await find({VITAL_ORG_KEY: text}),
			]) {
				assert.ok(!found.ok, 'It was taken.');
				assert.match(found.problem.message, /add --exact organization-key\.$/);
				assert.doesNotMatch(found.problem.message, /canary/);
			}
		});
	}

	test('is asked about where it stands in the variable of the other API', async () => {
		const found = await find({VITAL_ORG_KEY: 'mg_canary'});
		assert.ok(!found.ok);
		assert.match(
			found.problem.message,
			/^VITAL_ORG_KEY: .+JUNCTION_MANAGEMENT_KEY.+--exact organization-key/,
		);
		assert.doesNotMatch(found.problem.message, /canary/);
		const exact = await find({VITAL_ORG_KEY: 'mg_canary'}, {exact: ['organization-key']});
		assert.ok(exact.ok && exact.value?.generation === 'vital');
	});

	test('is taken as it is where that is said', async () => {
		const found = await find({VITAL_ORG_KEY: '"vital"'}, {exact: ['organization-key']});
		assert.ok(found.ok && found.value?.secret.is('"vital"'));
	});

	test('that a variable ends with a line break is taken without it, and that is told', async () => {
		const found = await find({VITAL_ORG_KEY: 'vital\r\n'});
		assert.ok(found.ok && found.value?.secret.is('vital'));
		assert.deepEqual(found.value?.notes, ['VITAL_ORG_KEY: The line break at its end was removed.']);
	});

	test('is taken exactly as it is, but for the line break that the command ended with', async () => {
		const found = await find({}, {'key-command': "printf 'mg_1\\n'", exact: ['organization-key']});
		assert.ok(found.ok && found.value?.secret.is('mg_1'));
	});

	test('that a command ends with a line break is taken without it', async () => {
		const found = await find({}, {'key-command': "printf 'mg_1\\n'"});
		assert.ok(found.ok && found.value?.secret.is('mg_1'));
		assert.equal(found.value?.generation, 'junction');
	});
});
