import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {isSecretValue} from '../../source/domain/field-values.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {documentDifference, documentToOffer} from '../../source/wizard/documents.ts';
import type {Launch} from '../../source/wizard/launch.ts';
import {currentStep, type Wizard, type WizardEvent} from '../../source/wizard/state.ts';
import {startWizard, update} from '../../source/wizard/wizard.ts';
import {answer, back, empty, given, playFrom, reopen, stored, targetAnswers} from '../support/play.ts';

const secretText = '0123456789abcdef0123456789abcdef01234567';
const other = new Secret('76543210fedcba9876543210fedcba9876543210');
const block = (id = '12345', secret = secretText, uri = '') =>
	new Secret(`STRAVA_CLIENT_ID=${id}\nSTRAVA_CLIENT_SECRET=${secret}\n${uri && `REDIRECT_URI=${uri}\n`}`);

const together = (
	...pairs: readonly (readonly ['client-id' | 'client-secret', Secret | string])[]
): WizardEvent => ({
	type: 'answered-together',
	answers: pairs.map(([step, value]) => ({step, answer: {kind: 'given', value}})),
});
const both = together(['client-id', '12345'], ['client-secret', new Secret(secretText)]);

const shown = ({answers}: Wizard, step: 'client-id' | 'client-secret' | 'redirect-url-override') => {
	const one = answers[step];
	if (one?.kind !== 'given') return one?.kind;
	return isSecretValue(one.value) ? one.value.reveal() : one.value;
};

/** Flags gave these; what is to be registered was seen. */
const begun = ({register: _, ...preset}: Answers, launch: Launch = {}): Wizard =>
	playFrom(startWizard(preset, launch), answer('register', {steps: []}));

const atClientId = (): Wizard => playFrom(begun(targetAnswers('strava')), {type: 'stored-read', stored});

const atReview = (): Wizard =>
	playFrom(
		begun(targetAnswers('strava')),
		answer('client-id', given('11111')),
		answer('client-secret', given(other)),
		answer('redirect-url-override', given('https://connect.example.com/callback')),
	);

suite('several fields that are answered together', () => {
	test('stand in the trail by the order of their steps, and Back takes one at a time', () => {
		const answered = playFrom(atClientId(), both);
		assert.deepEqual(answered.trail, ['register', 'client-id', 'client-secret']);
		const once = playFrom(answered, back);
		assert.equal(currentStep(once), 'client-secret');
		assert.equal(shown(once, 'client-id'), '12345');
		assert.equal(currentStep(playFrom(once, back)), 'client-id');
	});

	test('change nothing where no field is asked', () => {
		const start = startWizard({});
		assert.equal(update(start, both), start);
		const review = atReview();
		assert.equal(update(review, both), review);
	});

	test('may be others than the one that is asked, which is asked on', () => {
		const answered = playFrom(atClientId(), together(['client-secret', new Secret(secretText)]));
		assert.equal(currentStep(answered), 'client-id');
		assert.equal(shown(answered, 'client-secret'), secretText);
	});

	test('end an edit from review, and lose nothing else', () => {
		for (const step of ['client-id', 'client-secret', 'redirect-url-override'] as const) {
			const edited = playFrom(atReview(), reopen(step), both);
			const isOver = step !== 'redirect-url-override';
			assert.equal(currentStep(edited), isOver ? 'review' : step);
			assert.equal(edited.beforeEdit === undefined, isOver, step);
			assert.equal(shown(edited, 'client-id'), '12345');
			assert.equal(shown(edited, 'client-secret'), secretText);
			if (!isOver) continue;
			assert.equal(shown(edited, 'redirect-url-override'), 'https://connect.example.com/callback');
			assert.deepEqual(edited.trail, ['register', 'client-id', 'client-secret', 'redirect-url-override']);
			assert.equal(currentStep(playFrom(edited, back)), 'redirect-url-override');
		}
	});

	test('are undone by Back out of an edit that is not over, and review is as it was', () => {
		const review = atReview();
		const edited = playFrom(review, reopen('client-id'), together(['client-secret', new Secret(secretText)]));
		assert.equal(currentStep(edited), 'client-id');
		const restored = playFrom(edited, back);
		assert.equal(currentStep(restored), 'review');
		assert.deepEqual(restored.answers, review.answers);
		assert.deepEqual(restored.trail, review.trail);
		assert.deepEqual(restored.drafts, review.drafts);
	});

	test('leave what is doubted to its own field, until that is answered or the provider is another', () => {
		const doubted = [{field: 'client-secret', value: new Secret('abcd****wxyz')}] as const;
		const {provider: _, register: __, ...target} = targetAnswers('strava');
		const asked = playFrom(
			startWizard(target),
			answer('provider', {slug: 'strava'}),
			answer('register', {steps: []}),
			{...together(['client-id', '12345']), doubted} as WizardEvent,
		);
		assert.equal(currentStep(asked), 'client-secret');
		assert.ok(asked.doubted['client-secret']?.is('abcd****wxyz'));
		assert.deepEqual(playFrom(asked, answer('client-secret', given(other))).doubted, {});
		const atProvider = playFrom(asked, back, back, back);
		assert.equal(currentStep(atProvider), 'provider');
		assert.deepEqual(playFrom(atProvider, answer('provider', {slug: 'oura'})).doubted, {});
	});
});

suite('the document of a flag', () => {
	const steps = [
		{type: 'redirect_uri', key: 'redirect', value: 'https://api.example.com/callback', description: ''},
	];

	test('answers fields as flags do, where the provider is known: Back does not reach them', () => {
		const wizard = begun(targetAnswers('strava'), {document: block()});
		assert.equal(shown(wizard, 'client-id'), '12345');
		assert.equal(shown(wizard, 'client-secret'), secretText);
		assert.equal(currentStep(wizard), 'redirect-url-override');
		assert.equal(currentStep(playFrom(wizard, back)), 'register');
		assert.equal(documentToOffer(wizard), undefined);
	});

	test('counts less than a flag for the same field', () => {
		const preset: Answers = {
			...targetAnswers('strava'),
			'redirect-url-override': empty,
			'client-id': given('12345'),
		};
		const wizard = begun(preset, {document: block('12345')});
		assert.equal(wizard.answers['client-id'], preset['client-id']);
		assert.equal(currentStep(wizard), 'review');
	});

	test('has what is doubted asked about at its field', () => {
		const wizard = begun(targetAnswers('strava'), {document: block('12345', 'abcd****wxyz')});
		assert.equal(currentStep(wizard), 'client-secret');
		assert.ok(wizard.doubted['client-secret']?.is('abcd****wxyz'));
	});

	test('is offered once the provider is chosen, and once only', () => {
		const {provider: _, register: __, ...target} = targetAnswers('strava');
		const wizard = startWizard(target, {document: block()});
		assert.equal(documentToOffer(wizard), undefined);
		const chosen = playFrom(wizard, answer('provider', {slug: 'strava'}), answer('register', {steps: []}));
		assert.equal(currentStep(chosen), 'client-id');
		assert.equal(documentToOffer(chosen)?.kind, 'document');
		assert.equal(documentToOffer(playFrom(chosen, {type: 'document-settled'})), undefined);
	});

	test('of another provider is a question, whatever flags say', () => {
		const wizard = begun(targetAnswers('oura'), {document: block()});
		assert.equal(currentStep(wizard), 'client-id');
		assert.equal(documentToOffer(wizard)?.kind, 'question');
	});

	test('is compared with the redirect URI to register', () => {
		const {register: _, ...target} = targetAnswers('strava');
		const wizard = startWizard(target, {
			document: block('1', secretText, 'https://api.example.com/callback/'),
		});
		assert.equal(documentDifference(wizard), undefined);
		assert.match(
			documentDifference(wizard, {steps}) ?? '',
			/is not in it: https:\/\/api\.example\.com\/callback\. In it: https:\/\/api\.example\.com\/callback\/\./,
		);
		const same = startWizard(target, {document: block('1', secretText, 'https://api.example.com/callback')});
		assert.equal(documentDifference(same, {steps}), undefined);
	});

	test('is for the first credential alone', () => {
		const saved = {
			...begun(targetAnswers('strava'), {document: block()}),
			phase: {status: 'done'},
		} as unknown as Wizard;
		const next = update(saved, {
			type: 'started-again',
			keeping: ['organization', 'organization-key', 'provider'],
		});
		assert.equal(next.document, undefined);
		assert.deepEqual(next.answers['client-secret'], undefined);
	});
});
