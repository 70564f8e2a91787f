import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Problem} from '../../source/domain/problem.ts';
import {problemJson, problemLines, problemSentence} from '../../source/output/problem-words.ts';
import {assertLines, hostile, marked} from './placed.ts';

const told = {message: 'It was refused.', advice: 'Correct it.'};
const fields = [
	'client-id',
	'client-secret',
	'redirect-url-override',
	'details.project_number',
	'environment',
	'organization',
	'organization-key',
	'team',
	'constructor',
].map(field => ({field, message: 'Not this.'}));
const refused: Problem = {kind: 'correct', fields, status: 422, requestId: 'r-1', ...told};

suite('a problem as JSON', () => {
	test('has every key, and names fields as the API does', () => {
		const {error} = problemJson(refused);
		assert.deepEqual(
			Object.entries(error).filter(([key]) => key !== 'fields'),
			[
				['kind', 'correct'],
				['status', 422],
				['message', 'It was refused.'],
				['advice', 'Correct it.'],
				['requestId', 'r-1'],
			],
		);
		assert.deepEqual(
			error.fields.map(({field}) => field),
			[
				'client_id',
				'client_secret',
				'redirect_url_override',
				'details.project_number',
				'env',
				'org',
				'key',
				'team',
				'constructor',
			],
		);
	});

	test('has null and an empty list for what is not known', () => {
		assert.equal(
			JSON.stringify(problemJson({kind: 'unreachable', ...told})),
			'{"error":{"kind":"unreachable","status":null,"message":"It was refused.","advice":"Correct it.","fields":[],"requestId":null}}',
		);
	});
});

suite('a problem in lines', () => {
	test('says what happened, field by field, what to do, and the request', () => {
		assert.deepEqual(problemLines({...refused, fields: fields.slice(0, 1)} as Problem), [
			'It was refused.',
			'  client_id: Not this.',
			'Correct it.',
			'Request ID: r-1',
		]);
		assert.deepEqual(problemLines({kind: 'bug', ...told}), ['It was refused.', 'Correct it.']);
		assert.equal(problemSentence({kind: 'bug', ...told}), 'It was refused. Correct it.');
	});

	test('is told apart by its colour, where there is one', () => {
		assert.equal(problemLines({kind: 'bug', ...told}, marked)[0], '\u001b[3mIt was refused.\u001b[0m');
		assert.equal(problemLines({kind: 'uncertain', ...told}, marked)[0], '\u001b[7mIt was refused.\u001b[0m');
	});

	test('says once what the problem and its only field say', () => {
		const message = 'No team here has this name.';
		const lines = problemLines({
			kind: 'correct',
			message,
			advice: 'Check it.',
			fields: [{field: 'team', message}],
		});
		assert.deepEqual(lines, [message, 'Check it.']);
	});

	test('names no more fields than anyone reads', () => {
		const fields = Array.from({length: 250}, (_, index) => ({field: `${index}`, message: 'It is wrong.'}));
		const lines = problemLines({kind: 'correct', message: 'Much is wrong.', advice: 'Correct it.', fields});
		assert.deepEqual(lines.slice(-3), [
			'  99: It is wrong.',
			'  … and 150 more; --json has them all.',
			'Correct it.',
		]);
	});

	test('spells what nobody sees of a value in it, in JSON as well', () => {
		const fields = [{field: 'client-id', message: 'It changes from a\u200bb to ab.'}];
		const odd = {kind: 'correct', message: 'Not \u202eb.', advice: 'Take \u00a0 away.', fields} as const;
		assert.deepEqual(problemLines(odd), [
			'Not \\u{202e}b.',
			'  client_id: It changes from a\\u{200b}b to ab.',
			'Take \\u{a0} away.',
		]);
		const {error} = problemJson(odd);
		assert.deepEqual(
			[error.message, ...error.fields.map(({message}) => message), error.advice],
			['Not \\u{202e}b.', 'It changes from a\\u{200b}b to ab.', 'Take \\u{a0} away.'],
		);
	});

	test('makes what a server said inert', () => {
		const said = {message: hostile, advice: hostile, requestId: hostile};
		const lines = problemLines({
			kind: 'correct',
			...said,
			fields: [{field: hostile, message: `${hostile}!`}],
		});
		assert.equal(lines.length, 4);
		assertLines(lines);
		assertLines([problemSentence({kind: 'bug', ...said})]);
	});
});
