import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {fieldsOf} from '../../source/domain/fields.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {findProvider} from '../../source/domain/providers/find-providers.ts';
import type {Provider} from '../../source/domain/providers/provider.ts';
import {contextOf} from '../../source/domain/values/context.ts';
import {readValue} from '../../source/domain/values/doubts.ts';

function provider(slug: string): Provider {
	const found = findProvider(slug);
	assert.ok(found, `The catalogue lacks ${slug}.`);
	return found;
}

suite('expectations', () => {
	const uuid = '0f8b2c4e-1d3a-4b5c-8e7f-9a0b1c2d3e4f';
	const googleId = '1234567890-abc0def1ghi2jkl3mno4pqr5stu6vwx7.apps.googleusercontent.com';
	const hex = (length: number): string => '0a1b2c3d4e5f'.repeat(6).slice(0, length);
	const mixed = (length: number): string => 'aB3dE6gH9jK2'.repeat(3).slice(0, length);

	/** Made up, of the right shape. A missing secret means that its shape is not known. */
	const samples: Readonly<Record<string, readonly [id: string | undefined, secret?: string]>> = {
		dexcom_v3: [mixed(32), mixed(16)],
		fitbit: ['23ABCD', hex(32)],
		garmin: [uuid],
		google_fit: [googleId, `GOCSPX-${mixed(28)}`],
		google_health: [googleId, `GOCSPX-${mixed(28)}`],
		omron: [undefined, hex(64)],
		polar: [uuid, uuid],
		strava: ['123456', hex(40)],
		whoop_v2: [uuid],
		withings: [hex(64), hex(64)],
	};

	const about = (slug: string, id: string, value: string): readonly string[] => {
		const field = fieldsOf(provider(slug)).find(candidate => candidate.id === id);
		assert.ok(field, `${slug} has no ${id}.`);
		const context = contextOf(field, provider(slug));
		assert.ok(context);
		return readValue(value, context).doubts.map(({message}) => message);
	};

	test('exist only where a shape is known well enough', () => {
		for (const {slug, clientId, clientSecret} of providers) {
			assert.equal(clientId?.expectation !== undefined, samples[slug]?.[0] !== undefined, slug);
			assert.equal(clientSecret?.expectation !== undefined, samples[slug]?.[1] !== undefined, slug);
		}
	});

	for (const [slug, [clientId, clientSecret]] of Object.entries(samples)) {
		test(`of ${slug} accept a value of the right shape`, () => {
			if (clientId) assert.deepEqual(about(slug, 'client-id', clientId), []);
			if (clientSecret) assert.deepEqual(about(slug, 'client-secret', clientSecret), []);
		});

		test(`of ${slug} doubt other values`, () => {
			if (clientId) assert.equal(about(slug, 'client-id', 'team@example.com').length, 1);
			if (clientSecret) assert.equal(about(slug, 'client-secret', 'correct horse battery').length, 1);
		});
	}

	for (const slug of ['dexcom_v3', 'fitbit', 'google_fit', 'google_health', 'strava']) {
		test(`of ${slug} see an ID and a secret that are swapped`, () => {
			const [clientId = '', clientSecret = ''] = samples[slug] ?? [];
			assert.deepEqual(about(slug, 'client-id', clientSecret), [
				'This looks like the client secret: give it where that is asked for.',
			]);
			assert.equal(about(slug, 'client-secret', clientId).length, 1);
		});
	}

	test('accept an older secret of Google', () => {
		assert.deepEqual(about('google_health', 'client-secret', mixed(24)), []);
	});

	test('read as one sentence', () => {
		assert.deepEqual(about('strava', 'client-id', 'my-app'), [
			'The Strava client ID is usually a number of up to ten digits.',
		]);
		assert.deepEqual(about('google_health', 'details.project_number', 'my-project-42'), [
			'The Google Health project number is usually digits only, unlike the project ID.',
		]);
	});

	test('know a service account from a person', () => {
		const id = 'details.service_account_email';
		assert.deepEqual(about('google_health', id, 'sync@my-project-42.iam.gserviceaccount.com'), []);
		assert.equal(about('google_health', id, 'sam@example.com').length, 1);
		assert.deepEqual(about('google_health', 'details.project_number', '123456789012'), []);
	});
});
