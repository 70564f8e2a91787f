import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {fieldsOf} from '../../source/domain/fields.ts';
import {Secret} from '../../source/domain/secret.ts';
import {type Answered, type Answers, omit} from '../../source/wizard/answers.ts';
import {currentStep, type Wizard} from '../../source/wizard/state.ts';
import {problemOf, providerOf, stepsFor} from '../../source/wizard/steps.ts';
import {confirmationFor, isConfirmedBy} from '../../source/wizard/submission.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import {assertNoSecret, organizationId, secretText, teamId} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {answer, credentialOf, given, stored, submit, targetAnswers, update} from '../support/play.ts';
import {arrived, everyState, quietMoves, reviewed, statesOf, wildMoves} from '../support/random-play.ts';
import {revealed} from '../support/revealed.ts';
import {altered, detailsIn} from '../support/values.ts';

const isSending = ({phase}: Wizard): boolean => phase.status === 'submitting';

const secretsIn = (answers: Answers): readonly string[] =>
	JSON.stringify(revealed(answers)).match(/(?<=:\\?")secret [^"\\]*/g) ?? [];

suite('whatever happens', () => {
	test('nothing is submitted but complete and valid answers', () => {
		let sent = 0;
		everyState(wizard => {
			if (!isSending(wizard)) return;
			sent++;
			assert.ok(credentialOf(wizard.answers));
			for (const {id} of stepsFor(wizard.answers)) {
				const answered = {step: id, answer: wizard.answers[id]} as Answered;
				assert.ok(answered.answer !== undefined, `${id} is not answered`);
				assert.equal(problemOf(answered, wizard.answers), undefined, id);
			}
		});
		assert.ok(sent > 100, `only ${sent} states were sending`);
	});

	test('only the chosen provider’s fields are in the body', () => {
		everyState(({answers}) => {
			const credential = credentialOf(answers);
			const provider = providerOf(answers);
			if (!credential || !provider) return;
			const paths = fieldsOf(provider).map(({path}) => path);
			const allowed = paths.flatMap(([first, second]) => (first === 'details' && second ? [second] : []));
			const keys = Object.keys(detailsIn(credential) ?? {});
			assert.equal(credential.provider, provider.slug);
			assert.deepEqual(keys, allowed.length > 0 ? [...new Set(allowed)] : keys);
			const isPractice = provider.ownOAuth === 'practice';
			assert.equal(credential.values.client_secret === null, isPractice);
			if (isPractice)
				assert.deepEqual([credential.values.details, credential.values.redirect_url_override], [null, null]);
		});
	});

	test('no secret is sent or offered to another provider than it was given for', () => {
		everyState(({answers, drafts}) => {
			if (!answers.provider) return;
			for (const secret of [...secretsIn(answers), ...secretsIn(drafts)]) {
				const isOwn = secret.startsWith(`secret ${answers.provider.slug} `);
				assert.ok(isOwn || secret === 'secret of nobody', `${secret} at ${answers.provider.slug}`);
			}
		});
	});

	test('no organization gets the key of another one', () => {
		everyState(({answers}) => {
			const key = answers['organization-key'];
			if (key) assert.equal(key.organizationId, answers.organization?.id);
		});
	});

	test('no mask of what is stored is ever offered or sent', () => {
		let offered = 0;
		everyState(({answers, drafts}) => {
			const shown = JSON.stringify(revealed({drafts, body: credentialOf(answers)}));
			if (shown.includes('stored')) offered++;
			assert.doesNotMatch(shown, /[*•]/);
		});
		assert.ok(offered > 100, `only ${offered} states offered what is stored`);
	});

	test('what is stored for another team or provider changes nothing', () => {
		everyState(wizard => {
			const {team, provider} = wizard.answers;
			for (const row of [
				{...stored, provider: provider?.slug ?? 'strava', teamId: organizationId},
				{...stored, provider: 'another', teamId: team?.id ?? teamId},
			]) {
				assert.equal(update(wizard, {type: 'stored-read', stored: row}), wizard);
			}
		});
	});

	test('what is stored changes no answer but details that nobody gave', () => {
		everyState(wizard => {
			const {team, provider} = wizard.answers;
			if (!team || !provider) return;
			const row = altered(stored, {teamId: team.id, provider: provider.slug, details: {any: 1}});
			const read = update(wizard, {type: 'stored-read', stored: row});
			const isGiven = wizard.answers.details?.kind === 'given';
			const untouched = isGiven ? [] : (['details'] as const);
			assert.deepEqual(revealed(omit(read.answers, untouched)), revealed(omit(wizard.answers, untouched)));
			assert.deepEqual(
				revealed({...read.drafts, ...omit(wizard.drafts, ['details'])}),
				revealed(read.drafts),
			);
			assert.equal(update(read, {type: 'stored-read', stored: row}).answers.details, read.answers.details);
		});
	});

	test('a key that is refused is asked for again, and nothing else is lost', () => {
		everyState(wizard => {
			const refused = update(wizard, {type: 'key-refused', message: 'No.'});
			if (refused === wizard) return;
			assert.equal(currentStep(refused), 'organization-key');
			assert.equal(refused.refusals['organization-key'], 'No.');
			assert.deepEqual(refused.answers, omit(wizard.answers, ['organization-key']));
		});
	});

	test('what was registered for one place or provider does not stand for another', () => {
		everyState(wizard => {
			const {register, provider} = wizard.answers;
			if (!register) return;
			assert.ok(provider);
			for (const step of ['organization', 'environment', 'region', 'team', 'provider'] as const) {
				const edited = update(wizard, {type: 'reopened', step});
				if (edited !== wizard) assert.equal(edited.answers.register, undefined, step);
			}
		});
	});

	test('review is where there is a whole credential, and nowhere else', () => {
		everyState(wizard => {
			assert.equal(currentStep(wizard) === 'review', credentialOf(wizard.answers) !== undefined);
		});
	});
});

test('in production nothing is submitted without the typed confirmation', () => {
	const typed = fc.oneof(fc.string(), fc.constantFrom('runners', ' RUNNERS ', '00000b', 'Runner'));
	fc.assert(
		fc.property(reviewed, typed, (wizard, text) => {
			const needed = confirmationFor(wizard.answers)?.text.trim().toLowerCase();
			const isProduction = wizard.answers.environment === 'production';
			assert.equal(needed !== undefined, isProduction);
			const isRight = needed === undefined || text.normalize('NFC').trim().toLowerCase() === needed;
			assert.equal(isSending(update(wizard, submit(text))), isRight);
			assert.equal(isConfirmedBy(wizard.answers, text), isRight);
		}),
	);
});

suite('what a flag answered', () => {
	const answers: Answers = {...targetAnswers('polar'), ...fieldAnswers('polar')};
	const presettable = [
		'organization',
		'environment',
		'region',
		'client-id',
		'redirect-url-override',
	] as const;

	test('is not asked, however one answers and goes back', () => {
		fc.assert(
			fc.property(fc.subarray([...presettable]), quietMoves, (flags, moves) => {
				const preset = Object.fromEntries(
					Object.entries({...answers}).filter(
						([id]) => id === 'provider' || (flags as readonly string[]).includes(id),
					),
				) as Answers;
				for (const wizard of statesOf(startWizard(preset), moves)) {
					const current = currentStep(wizard);
					assert.ok(current === 'review' || preset[current] === undefined, current);
				}
			}),
		);
	});
});

test('an answer that comes again after its step was left is not heard', () => {
	everyState(wizard => {
		for (const step of wizard.trail) {
			const late = wizard.answers[step];
			if (late === undefined) continue;
			assert.equal(update(wizard, answer(step, late)), wizard);
		}
	});
});

test('the state prints no secret', () => {
	const {'organization-key': key, ...rest} = targetAnswers('strava');
	assert.ok(key);
	const canary = given(new Secret(secretText));
	const preset: Answers = {
		...rest,
		...fieldAnswers('strava'),
		'organization-key': key,
		'client-secret': canary,
	};
	fc.assert(
		fc.property(wildMoves, moves => assertNoSecret(arrived(startWizard(preset), moves))),
		{numRuns: 50},
	);
});
