import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {valueAt} from '../../source/domain/body/walk.ts';
import {success} from '../../source/domain/problem.ts';
import {omit, type StepId} from '../../source/wizard/answers.ts';
import {handOffOf} from '../../source/wizard/submission.ts';
import {assertNoSecret, organizationId, teamId} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {credentialOf, keyAnswer, organizationAnswer, stored, targetAnswers} from '../support/play.ts';
import {everyState} from '../support/random-play.ts';
import {revealed} from '../support/revealed.ts';
import {altered} from '../support/values.ts';

const answers = {...targetAnswers('polar'), ...fieldAnswers('polar')};

suite('what is handed off', () => {
	test('is what was answered', () => {
		const handOff = handOffOf(answers);
		assert.deepEqual(revealed(handOff), {
			generation: 'junction',
			url: keyAnswer().url,
			isDemo: false,
			organizationId,
			organizationName: 'Acme',
			place: {environment: 'sandbox', region: 'us'},
			teamName: 'Runners',
			credential: revealed(credentialOf(answers)),
		});
		assertNoSecret(handOff);
	});

	test('has what is stored and not asked for, as the body has', () => {
		const row = altered(stored, {provider: 'polar', details: {other: {kept: 1}}});
		const {details} = handOffOf(answers, success(row))?.credential.values ?? {};
		assert.deepEqual(valueAt(details, ['other']), {kept: 1});
		assert.deepEqual(
			revealed(handOffOf(answers, success(row))?.credential),
			revealed(credentialOf(answers, row)),
		);
	});

	test('names the organization as its key’s answer does, and nothing that has no name', () => {
		const {name: _, ...organization} = organizationAnswer;
		const {organizationName: __, ...key} = keyAnswer();
		const renamed = handOffOf({...answers, 'organization-key': keyAnswer({organizationName: 'New'})});
		assert.equal(renamed?.organizationName, 'New');
		const nameless = handOffOf({...answers, organization, 'organization-key': key, team: {id: teamId}});
		assert.ok(nameless);
		assert.ok(!('organizationName' in nameless) && !('teamName' in nameless));
	});

	test('is nothing while a step is open', () => {
		for (const id of Object.keys(answers) as StepId[]) {
			assert.equal(handOffOf(omit(answers, [id])), undefined, id);
		}
	});

	test('is never but what stands in the answers, whatever happens', () => {
		everyState(({answers: now}) => {
			const handOff = handOffOf(now);
			assert.equal(handOff === undefined, credentialOf(now) === undefined);
			if (!handOff) return;
			assert.equal(handOff.organizationId, now.organization?.id);
			assert.equal(handOff.credential.teamId, now.team?.id);
			assert.equal(handOff.credential.provider, now.provider?.slug);
			assert.deepEqual(handOff.place, {environment: now.environment, region: now.region});
			assert.equal(handOff.url, now['organization-key']?.url);
		});
	});
});
