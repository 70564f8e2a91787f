import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {failure} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {currentStep} from '../../source/wizard/state.ts';
import {wants} from '../../source/wizard/wants.ts';
import {canGoBack} from '../../source/wizard/wizard.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {
	answer,
	answering,
	back,
	changed,
	confirmed,
	credentialOf,
	failedWith,
	given,
	keyAnswer,
	otherOrganizationId,
	otherTeamId,
	play,
	playFrom,
	refusedFields,
	reopen,
	settle,
	stored,
	submit,
	targetAnswers,
	uncertain,
	update,
} from '../support/play.ts';

const review = play(...answering({...targetAnswers('strava'), ...fieldAnswers('strava')}));
const submitting = update(review, submit());
const clientIdRefused = refusedFields({field: 'client-id', message: 'Not a number.'});
const bothRefused = refusedFields(
	{field: 'client-secret', message: 'Too short.'},
	{field: 'client-id', message: 'Not a number.'},
);

suite('after a server refused a save', () => {
	test('the refused field is asked again with the server’s words and its value as a draft', () => {
		const wizard = update(submitting, settle(1, clientIdRefused));
		assert.equal(currentStep(wizard), 'client-id');
		assert.deepEqual(wizard.refusals, {'client-id': 'Not a number.'});
		assert.equal(wizard.drafts['client-id'], review.answers['client-id']);
		const corrected = update(wizard, answer('client-id', given('42')));
		assert.equal(currentStep(corrected), 'review');
		assert.deepEqual(corrected.refusals, {});
		assert.deepEqual(corrected.answers, {...review.answers, 'client-id': given('42')});
	});

	test('two refused fields are asked again in the order of the steps', () => {
		const wizard = update(submitting, settle(1, bothRefused));
		assert.equal(currentStep(wizard), 'client-id');
		const half = update(wizard, answer('client-id', given('42')));
		assert.equal(currentStep(half), 'client-secret');
		assert.deepEqual(half.refusals, {'client-secret': 'Too short.'});
		assert.equal(currentStep(update(half, answer('client-secret', given(new Secret('x'))))), 'review');
	});

	test('Back leads to the step before the refused one, and keeps what stands after it', () => {
		const wizard = playFrom(submitting, settle(1, clientIdRefused), back);
		assert.equal(currentStep(wizard), 'register');
		const earlier = update(wizard, back);
		assert.equal(currentStep(earlier), 'provider');
		const again = playFrom(
			earlier,
			answer('provider', {slug: 'strava', isAccepted: true}),
			answer('register', {steps: []}),
		);
		assert.equal(currentStep(again), 'client-id');
		assert.equal(again.answers['client-secret'], review.answers['client-secret']);
	});

	test('a refused field is asked even if its provider was refused and is answered the same', () => {
		const wizard = playFrom(
			submitting,
			settle(
				1,
				refusedFields({field: 'provider', message: 'No.'}, {field: 'client-id', message: 'Not a number.'}),
			),
			answer('provider', {slug: 'strava', isAccepted: true}),
		);
		assert.equal(currentStep(wizard), 'client-id');
		assert.deepEqual(wizard.refusals, {'client-id': 'Not a number.'});
	});

	test('the words about one provider’s field are not said of another’s', () => {
		const wizard = playFrom(
			submitting,
			settle(1, clientIdRefused),
			...[back, back],
			answer('provider', {slug: 'oura'}),
			answer('register', {steps: []}),
		);
		assert.equal(currentStep(wizard), 'client-id');
		assert.deepEqual(wizard.refusals, {});
	});

	test('a refused key is asked again, and nothing else is typed twice', () => {
		const wizard = update(submitting, settle(1, failedWith('reauthenticate')));
		assert.equal(currentStep(wizard), 'organization-key');
		assert.match(wizard.refusals['organization-key'] ?? '', /It was refused\. Look at it again\./);
		const key = keyAnswer({secret: new Secret('another key')});
		const proved = update(wizard, answer('organization-key', key));
		assert.equal(currentStep(proved), 'review');
		assert.deepEqual(proved.answers, {...review.answers, 'organization-key': key});
		assert.equal(proved.answers['organization-key']?.secret, key.secret);
	});

	test('refusals of what is no step are told at review, and it can be sent again', () => {
		const outcome = refusedFields({field: 'details.unheard_of', message: 'No.'});
		const wizard = update(submitting, settle(1, outcome));
		assert.equal(currentStep(wizard), 'review');
		assert.equal(wizard.phase.status, 'failed');
		assert.equal(update(wizard, submit()).attempt, 2);
	});
});

suite('an outcome', () => {
	for (const [name, outcome, status] of [
		['failed', failedWith('unreachable'), 'failed'],
		['uncertain', uncertain, 'unconfirmed'],
	] as const) {
		test(`that is ${name} stays at review, from which it can be submitted again`, () => {
			const wizard = update(submitting, settle(1, outcome));
			assert.equal(wizard.phase.status, status);
			assert.deepEqual(wizard.answers, review.answers);
			const again = update(wizard, submit());
			assert.deepEqual([again.phase.status, again.attempt], ['submitting', 2]);
			assert.equal(update(again, settle(2, confirmed)).phase.status, 'done');
		});
	}

	test('of an earlier attempt is not heard', () => {
		const again = playFrom(submitting, settle(1, uncertain), submit());
		assert.equal(update(again, settle(1, confirmed)), again);
	});

	test('that comes after another one is not heard', () => {
		const failed = update(submitting, settle(1, failedWith('retry')));
		assert.equal(update(failed, settle(1, confirmed)), failed);
	});

	test('is waited for: nothing is answered, reopened, sent twice or taken back meanwhile', () => {
		assert.equal(canGoBack(submitting), false);
		for (const event of [back, submit(), reopen('region'), answer('region', 'eu')]) {
			assert.equal(update(submitting, event), submitting);
		}
	});
});

suite('a credential that someone else changed meanwhile', () => {
	const meanwhile = update(submitting, settle(1, changed));

	test('is shown at review, and nothing counts as sent', () => {
		assert.equal(currentStep(meanwhile), 'review');
		assert.deepEqual(meanwhile.phase, {status: 'asking'});
		assert.deepEqual(meanwhile.changedMeanwhile, {ok: true, value: stored});
	});

	test('is what the next save compares with', () => {
		const again = update(meanwhile, submit());
		assert.equal(again.phase.status, 'submitting');
		assert.deepEqual(again.changedMeanwhile, {ok: true, value: stored});
	});

	test('is forgotten with another team, for review looks again', () => {
		const other = playFrom(meanwhile, reopen('team'), answer('team', {id: otherTeamId}));
		assert.equal(currentStep(other), 'register');
		assert.equal(other.changedMeanwhile, undefined);
		const again = update(other, answer('register', {steps: []}));
		assert.equal(currentStep(again), 'review');
		assert.equal(credentialOf(again.answers)?.teamId, otherTeamId);
	});
});

suite('a key refused before anything was sent', () => {
	const asked = play(answer('organization', {id: otherOrganizationId, isDemo: false}));
	const key = {secret: new Secret('mg_no_such'), generation: 'junction', isAsked: true} as const;
	const proving = update(asked, {type: 'key-given', key});
	const [proof = assert.fail('nothing is wanted')] = wants(proving);
	const problem = {kind: 'reauthenticate', message: 'No such key.', advice: 'Give another.'} as const;
	const refusal = {type: 'arrived', at: 0, kind: 'proof', key: proof.key, result: failure(problem)} as const;
	const refused = update(proving, refusal);

	test('is told at its step', () => {
		assert.equal(refused.refusals['organization-key'], 'No such key. Give another.');
		assert.equal(currentStep(refused), 'organization-key');
	});

	test('is not told of another organization’s key', () => {
		const {organization} = targetAnswers('strava');
		assert.ok(organization);
		assert.deepEqual(playFrom(refused, back, answer('organization', organization)).refusals, {});
	});

	test('is not told once another step is asked', () => {
		assert.equal(update(review, refusal), review);
	});
});
