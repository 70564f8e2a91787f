import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {fieldsOf} from '../../../source/domain/fields.ts';
import {findProvider} from '../../../source/domain/providers/find-providers.ts';
import {contextOf} from '../../../source/domain/values/context.ts';
import {enter} from '../../../source/domain/values/door.ts';
import type {Context} from '../../../source/domain/values/kind.ts';

const strava = findProvider('strava');
assert.ok(strava);
const [clientId] = fieldsOf(strava);
assert.ok(clientId);

const entered = (text: string, said: Partial<Context> = {}) => {
	const context = contextOf(clientId, strava);
	assert.ok(context);
	return enter(text, {field: clientId.id, context: {...context, ...said}, provider: strava});
};

const codesOf = (text: string, said?: Partial<Context>): readonly string[] | string => {
	const through = entered(text, said);
	return through.kind === 'value' ? through.reading.doubts.map(({code}) => code) : through.kind;
};

suite('the door', () => {
	test('lets a clean value through', () => {
		assert.deepEqual(codesOf('12345'), []);
	});

	test('doubts a name before the value asked for', () => {
		assert.deepEqual(codesOf('STRAVA_CLIENT_ID=12345\n'), ['name-before', 'final-line-break']);
		assert.deepEqual(codesOf('Client ID: 12345'), ['name-before']);
	});

	test('recognises a document of more, of another field, or of other lines', () => {
		assert.equal(codesOf('CLIENT_ID=12345\nCLIENT_SECRET=a1B2'), 'document');
		assert.equal(codesOf('CLIENT_SECRET=a1B2'), 'document');
		assert.equal(codesOf('PORT=3000\nSTRAVA_CLIENT_ID=12345'), 'document');
	});

	test('asks which application is meant, and refuses what is of no use', () => {
		assert.equal(codesOf('WHOOP_CLIENT_ID=12345'), 'question');
		assert.equal(codesOf('{"installed": {"client_id": "1"}}'), 'refused');
	});

	test('takes what is meant exactly as it is for no document, and still says what is unusual', () => {
		assert.deepEqual(codesOf('CLIENT_SECRET=a1B2', {isExact: true}), ['unusual-shape']);
	});
});
