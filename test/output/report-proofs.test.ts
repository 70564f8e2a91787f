import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {findProvider, unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {type ReportInput, reportFor} from '../../source/output/report.ts';
import {nextSteps, proofWords} from '../../source/output/saved-words.ts';
import {assertNoSecret} from '../support/credentials.ts';
import {answersWith, handOffFor} from '../support/hand-offs.ts';
import {stored} from '../support/play.ts';

type Confirmed = ReportInput['outcome'];

function reportOf(outcome: Confirmed, slug = 'strava'): string {
	const provider = findProvider(slug) ?? unknownProvider(slug);
	return reportFor({
		handOff: handOffFor(answersWith(slug, '42')),
		outcome,
		at: '2026-03-04T05:06:07Z',
		provider,
		proof: proofWords(outcome),
		openSteps: nextSteps(provider),
	});
}

/** The lines below a heading, up to the next one, without the empty ones. */
const below = (heading: string, report: string): readonly string[] =>
	(report.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').split('\n').filter(line => line !== '');

suite('the report says how it is known', () => {
	const rows: readonly (readonly [Pick<Confirmed, 'action' | 'by' | 'proof'>, string])[] = [
		[{action: 'created', by: 'read-back'}, 'Credential created and read back.'],
		[
			{action: 'updated', by: 'read-back', proof: 'secret'},
			'Credential updated and read back. The server shows another secret than before.',
		],
		[
			{action: 'updated', by: 'read-back', proof: 'time'},
			'Credential updated and read back. The server shows that it was written again.',
		],
		[
			{action: 'updated', by: 'read-back', proof: 'none'},
			'Credential updated and read back. The server shows no change: the secret was probably the same.',
		],
		[
			{action: 'saved', by: 'answer'},
			'Credential saved. The API’s answer confirms it; it could not be read back.',
		],
	];
	for (const [{action, by, proof}, words] of rows) {
		test(`for one that was ${action}, by ${by}, with ${proof ?? 'no'} proof`, () => {
			const report = reportOf({kind: 'confirmed', action, by, stored, ...(proof ? {proof} : {})});
			assert.deepEqual(below('How it is known', report), [words]);
			assertNoSecret(report);
		});
	}
});

suite('the report says what is left to do', () => {
	const created: Confirmed = {kind: 'confirmed', action: 'created', by: 'read-back', stored};
	const left = (slug: string) => below('What is left to do', reportOf(created, slug));

	test('nothing where it is active at once', () => {
		assert.equal(left('strava')[0], '- It is active now.');
	});

	test('each step at the provider, a line each', () => {
		const {activation} = findProvider('fitbit') ?? unknownProvider('fitbit');
		assert.ok(activation.kind === 'steps');
		assert.equal(left('fitbit')[0], '- Still to do at Fitbit:');
		assert.ok(left('fitbit').filter(line => !line.startsWith('- <')).length === activation.steps.length + 1);
	});

	test('a test user to connect where nobody knows', () => {
		assert.match(left('brand_new')[0] ?? '', /not documented\. Connect a test user to see\.$/);
	});
});
