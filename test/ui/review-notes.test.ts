import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {StoredCredential} from '../../source/domain/credential.ts';
import type {Before} from '../../source/domain/outcome.ts';
import {failure, success} from '../../source/domain/problem.ts';
import {notesFor, submitLabel} from '../../source/ui/review-notes.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import type {Wizard} from '../../source/wizard/state.ts';
import {plannedSave} from '../../source/wizard/submission.ts';
import {assertNoSecret} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {
	answering,
	changed,
	empty,
	failedWith,
	given,
	play,
	playFrom,
	settle,
	stored,
	submit,
	targetAnswers,
	uncertain,
	update,
} from '../support/play.ts';
import {altered} from '../support/values.ts';

const now = new Date('2026-01-04T10:00:00Z');
const none = success(undefined);
const unreadable = failure({kind: 'retry', message: 'Too many requests.', advice: 'Try again.'});

const review = (slug: string, changes: Answers = {}): Wizard =>
	play(
		...answering({
			...targetAnswers(slug),
			...fieldAnswers(slug),
			...('redirect-url-override' in fieldAnswers(slug) ? {'redirect-url-override': empty} : {}),
			...changes,
		}),
	);

/** What review says where this is stored. */
function said(
	wizard: Wizard,
	row: StoredCredential | undefined,
	{
		before = success(row),
		twinClientId,
	}: {readonly before?: Before; readonly twinClientId?: string | undefined} = {},
) {
	const planned = plannedSave(wizard.answers, before) ?? assert.fail('a step is open');
	return notesFor(wizard, {planned, twinClientId}, now);
}

const ownId = altered(stored, {client_id: 'strava client-id 0'});

suite('review says', () => {
	test('that it creates', () => {
		const text = 'Creates: nothing is stored for this team and provider yet.';
		assert.deepEqual(said(review('strava'), undefined), [{kind: 'good', text}]);
	});

	test('what it updates, line by line', () => {
		const wizard = review('strava', {'redirect-url-override': given('https://a.example/')});
		const text =
			'Updates what was set 3 days ago: Redirect URL override. The secret is replaced by what you entered.';
		assert.deepEqual(said(wizard, ownId), [{kind: 'good', text}]);
	});

	test('that it rotates the secret where nothing else changes', () => {
		const text = 'Replaces the secret of what was set 3 days ago by what you entered; nothing else changes.';
		assert.deepEqual(said(review('strava'), ownId), [{kind: 'good', text}]);
	});

	test('what is erased because it cannot be sent again and nobody is asked about it', () => {
		const row = altered(ownId, {
			provider: 'polar',
			details: {webhook_secret: '****', note: '****', id: 2 ** 60, kept: 7},
		});
		const texts = said(review('polar'), row).map(({text}) => text);
		assert.match(texts[0] ?? '', /^Stored, but masked or .+, so it is erased: details\.note, details\.id\.$/);
	});

	test('that a secret detail goes which nobody can compare', () => {
		const tokens = {foods_verify_token: 'a stored token'};
		const row = altered(ownId, {
			provider: 'fitbit',
			client_id: 'fitbit client-id 0',
			details: {fitbit: tokens},
		});
		const texts = said(review('fitbit', {'details.fitbit.foods_verify_token': {kind: 'empty'}}), row);
		assert.deepEqual(texts[0], {kind: 'warning', text: 'Erases what is stored: Foods verify token.'});
	});

	test('that a practice binding erases what it has no place for', () => {
		const row = altered(stored, {
			provider: 'freestyle_libre',
			client_id: 'practice-1',
			details: {a: 1},
		});
		const texts = said(review('freestyle_libre', {'client-id': given('practice-1')}), row);
		assert.deepEqual(
			texts.map(({text}) => text),
			['Erases what is stored: Details (JSON).', 'Updates what was set 3 days ago: Details (JSON).'],
		);
	});

	test('every secret that it sends anew', () => {
		const row = altered(stored, {
			provider: 'polar',
			client_id: 'polar client-id 0',
			details: {webhook_secret: '••••'},
		});
		assert.deepEqual(said(review('polar'), row), [
			{
				kind: 'good',
				text: 'Replaces the client secret and webhook secret of what was set 3 days ago by what you entered; nothing else changes.',
			},
		]);
		const readable = altered(row, {details: {webhook_secret: 'another one'}});
		assert.deepEqual(said(review('polar'), readable), [
			{
				kind: 'good',
				text: 'Updates what was set 3 days ago: Webhook secret. The secret is replaced by what you entered.',
			},
		]);
	});

	test('that another client ID is another application', () => {
		assert.deepEqual(said(review('strava'), stored), [
			{
				kind: 'warning',
				text: 'Another client ID is another application: existing connections may have to be made again.',
			},
			{
				kind: 'warning',
				text: 'Updates what was set 3 days ago: Client ID. The secret is replaced by what you entered.',
			},
		]);
	});

	test('that what is stored cannot be read', () => {
		const [note, ...others] = said(review('strava'), undefined, {before: unreadable});
		assert.equal(note?.kind, 'warning');
		assert.match(note?.text ?? '', /cannot be read here: .* may be erased/);
		assert.deepEqual(others, []);
	});

	test('that the other environment has the same application, where that matters', () => {
		const wizard = review('omron');
		const twinClientId = 'omron client-id 0';
		const found = said(wizard, undefined, {twinClientId}).map(({text}) => text);
		assert.ok(found.some(text => /^The other environment has the same client ID\. Omron/.test(text)));
		for (const [other, look] of [
			[wizard, {twinClientId: 'another'}],
			[wizard, {twinClientId: undefined}],
			[review('strava'), {twinClientId: 'strava client-id 0'}],
		] as const) {
			assert.ok(!said(other, undefined, look).some(({text}) => text.startsWith('The other environment')));
		}
	});

	test('that a practice binding is sent again, or is another one, and nothing of secrets', () => {
		const wizard = review('freestyle_libre', {'client-id': given('practice-1')});
		const row = altered(stored, {provider: 'freestyle_libre', client_id: 'PRACTICE-1'});
		assert.deepEqual(said(wizard, row), [
			{kind: 'good', text: 'Sends what was set 3 days ago once more; nothing changes.'},
		]);
		assert.deepEqual(said(wizard, altered(row, {client_id: 'practice-2'})), [
			{kind: 'warning', text: 'Updates what was set 3 days ago: another practice ID.'},
		]);
		assert.match(said(wizard, undefined)[0]?.text ?? '', /^Creates/);
		assert.match(said(wizard, undefined, {before: unreadable})[0]?.text ?? '', /cannot be read/);
	});

	test('first what someone else changed meanwhile, and only until it is sent again', () => {
		const meanwhile = playFrom(review('strava'), submit(), settle(1, changed));
		assert.match(said(meanwhile, stored)[0]?.text ?? '', /^Someone else changed what is stored/);
		const again = update(meanwhile, submit());
		assert.ok(!said(again, stored).some(({text}) => text.startsWith('Someone else')));
	});

	test('what is stored otherwise than sent, cleaned', () => {
		const outcome = {...uncertain, differences: ['Client ID', 'details.a\u001b[2J\u202eb']};
		const wizard = playFrom(review('strava'), submit(), settle(1, outcome));
		const [note] = said(wizard, stored);
		assert.deepEqual(note, {kind: 'warning', text: 'Stored otherwise than sent: Client ID, details.ab.'});
	});

	test('the warnings of the provider before what it does', () => {
		const notes = said(review('fitbit'), undefined);
		assert.equal(notes[0]?.kind, 'warning');
		assert.equal(notes.at(-1)?.kind, 'good');
	});

	test('no secret', () => {
		for (const slug of ['polar', 'fitbit', 'strava']) {
			const row = altered(stored, {provider: slug, details: {a: 'secret'}});
			const notes = said(review(slug), row);
			assertNoSecret(notes);
			assert.doesNotMatch(JSON.stringify(notes), /secret (polar|fitbit|strava)/);
		}
	});
});

suite('Submit', () => {
	const wizard = review('strava');
	const production = review('strava', {environment: 'production'});

	test('says what it does and where', () => {
		assert.equal(submitLabel(wizard, none), 'Submit — create it in SANDBOX');
		assert.equal(submitLabel(production, none), 'Submit — create it in PRODUCTION');
		assert.equal(submitLabel(production, success(stored)), 'Submit — update what is stored in PRODUCTION');
		assert.equal(submitLabel(wizard, unreadable), 'Submit — save it in SANDBOX');
	});

	test('says that it submits again after a failure and an unknown outcome', () => {
		for (const outcome of [failedWith('unreachable'), uncertain]) {
			const wentWrong = playFrom(wizard, submit(), settle(1, outcome));
			assert.equal(submitLabel(wentWrong, success(stored)), 'Submit again');
		}
		const meanwhile = playFrom(wizard, submit(), settle(1, changed));
		assert.equal(submitLabel(meanwhile, success(stored)), 'Submit — update what is stored in SANDBOX');
	});
});
