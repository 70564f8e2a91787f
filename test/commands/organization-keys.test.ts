import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {keyFrom} from '../../source/commands/shared/organization-keys.ts';
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

	test('loses the white space around it', () => {
		assert.equal(keyFrom({VITAL_ORG_KEY: ' vital-key\r\n'}).key?.secret.reveal(), 'vital-key');
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
