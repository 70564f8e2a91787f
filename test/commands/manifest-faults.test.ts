import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import {suite, test} from 'node:test';
import {firstOf, readManifestFile, refusedRows} from '../../source/commands/manifest-source.ts';
import type {Context} from '../../source/commands/shared/scripted.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {problemJson, problemLines} from '../../source/output/problem-words.ts';

async function problemOf(text: string, {environment = {}, values = {}} = {}): Promise<Problem> {
	const now = () => new Date('2026-03-04T12:00:00Z');
	const terminal = {stdin: Readable.from([text]), environment, now};
	const context = {operands: ['-'], values, terminal, signal: new AbortController().signal};
	const read = await readManifestFile(context as unknown as Context);
	assert.ok(!read.ok);
	return read.problem;
}

/** The same in text and in JSON: how many there are, how many are listed, and the line that counts the rest. */
function told(problem: Problem) {
	const [message = '', ...rest] = problemLines(problem);
	const lines = rest.slice(0, -1);
	const {error} = problemJson(problem);
	assert.deepEqual(
		error.fields.map(({field, message: why}) => `  ${field}: ${why}`),
		lines,
	);
	assert.equal(error.message, message);
	return {message, count: lines.length, last: lines.at(-1)};
}

const rowsProblems = (count: number) =>
	Array.from({length: count}, (_, index) => ({
		line: index + 1,
		column: 3,
		path: `credentials[${index}]`,
		message: 'The file does not exist.',
	}));

suite('what is wrong with a manifest', () => {
	const stray = (count: number) => Array.from({length: count}, (_, index) => `stray_${index}: 1\n`).join('');

	test('is listed a hundred times, and then counted', async () => {
		const {message, count, last} = told(await problemOf(`version: 1\ncredentials: []\n${stray(20_000)}`));
		assert.equal(message, 'The manifest cannot be taken: 20,000 things to correct. Nothing was sent.');
		assert.equal(count, 101);
		assert.equal(last, '  standard input: … and 19,900 more');
	});

	test('is all listed where that is no more than a hundred', async () => {
		const {count, last} = told(await problemOf(`version: 1\ncredentials: []\n${stray(100)}`));
		assert.equal(count, 100);
		assert.match(last ?? '', /^ {2}standard input:102:1: stray_99: Unknown key/);
	});

	test('is counted too where it is the format', async () => {
		const {count, last} = told(await problemOf(`{${','.repeat(5000)}`));
		assert.equal(count, 101);
		assert.match(last ?? '', /… and 4,90\d more$/);
	});

	test('is counted too where it is the secrets or what is stored', () => {
		const {message, count, last} = told(refusedRows('fleet.yaml', rowsProblems(10_000)));
		assert.match(message, /10,000 things to correct/);
		assert.equal(count, 101);
		assert.equal(last, '  fleet.yaml: … and 9,900 more');
		assert.equal(told(refusedRows('fleet.yaml', rowsProblems(1))).count, 1);
	});
});

suite('the doubts of a manifest', () => {
	const row = (clientId: string, secret: string) =>
		`  - {team: Runners, env: sandbox, region: us, provider: oura, client_id: ${clientId}, client_secret: ${secret}}`;
	const text = [
		'version: 1',
		'credentials:',
		row('$OURA_ID', '{env: MASKED_SECRET}'),
		row('abc', '{command: "printf \'\\"x1y2\\"\'"}').replace('Runners', 'Walkers'),
		row('"abc…"', '{env: GOOD_SECRET}').replace('Runners', 'Swimmers'),
		row('def', '{env: UNSET_SECRET}').replace('region: us', 'region: mars'),
	].join('\n');
	const environment = {MASKED_SECRET: 'abcd****wxyz', GOOD_SECRET: 'canary1b2c3d4e5f'};
	const faultsOf = async (values: object) => {
		const problem = await problemOf(text, {environment, values});
		assert.ok(problem.kind === 'correct');
		assert.doesNotMatch(JSON.stringify(problem), /canary|abcd|wxyz|x1y2|OURA_ID/);
		return problem.fields.map(({field, message}) => `${field.split(':')[1]} ${message.split(':', 1)}`);
	};

	test('are told in one pass, of every row and field, its secrets included', async () => {
		assert.deepEqual(await faultsOf({}), [
			'3 credentials[0].client_id',
			'3 credentials[0].client_secret',
			'4 credentials[1].client_secret',
			'5 credentials[2].client_id',
			'6 credentials[3].region',
			'6 credentials[3].client_secret',
		]);
	});

	test('are those of the secrets of its own shard', async () => {
		assert.deepEqual(await faultsOf({shard: '2/4'}), [
			'3 credentials[0].client_id',
			'4 credentials[1].client_secret',
			'5 credentials[2].client_id',
			'6 credentials[3].region',
		]);
	});
});

test('of many notes the first are told, and how many more there are', () => {
	const notes = Array.from({length: 10_000}, (_, index) => `Line ${index}.`);
	assert.deepEqual(firstOf(notes), [...notes.slice(0, 100), '… and 9,900 more.']);
	assert.deepEqual(firstOf(notes.slice(0, 100)), notes.slice(0, 100));
	assert.deepEqual(firstOf([]), []);
});
