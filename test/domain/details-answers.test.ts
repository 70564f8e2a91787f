import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {answersFromDetails} from '../../source/domain/body/details-answers.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';

suite('details that a provider is not known to have', () => {
	for (const [slug, details, unknown] of [
		['fitbit', {fitbit: {is_hr_enabled: true, activity_verify_token: 'a'}}, ['fitbit.activity_verify_token']],
		['fitbit', {fitbit: 'a text', other: {deep: 1}}, ['fitbit', 'other']],
		['polar', {webhook_secret: 'a'}, []],
		['strava', {anything: 1}, []],
	] as const)
		test(`are named by their paths: ${slug} ${JSON.stringify(details)}`, () => {
			assert.deepEqual(answersFromDetails(providerOfSlug(slug), details).unknown, unknown);
		});
});
