import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Environment} from '../../source/domain/credential.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';
import {registrationAt} from '../../source/domain/registration.ts';

const uri = {
	type: 'redirect_uri',
	key: 'redirect',
	value: 'https://api.sandbox.us.junction.com:8443/v2/link/connect/x',
	description: 'Add this redirect URI.',
};
const webhook = {type: 'webhook_uri', key: '', value: 'https://a.example/hook', description: 'Call this.'};

const registrationOf = (slug: string, environment: Environment, steps = [uri, webhook]) =>
	registrationAt({steps}, providerOfSlug(slug), environment).steps;

suite('what to register', () => {
	test('is at Strava the bare domain, and the redirect URI no longer with the advice of the API', () => {
		for (const environment of ['sandbox', 'production'] as const) {
			const [domain, address, hook] = registrationOf('strava', environment);
			assert.deepEqual([domain?.type, domain?.value], ['redirect_domain', 'api.sandbox.us.junction.com']);
			assert.match(domain?.description ?? '', /Authorization Callback Domain/);
			assert.deepEqual({...address, description: uri.description}, uri);
			assert.match(address?.description ?? '', /domain alone/);
			assert.deepEqual(hook, webhook);
		}
	});

	test('is a callback of one’s own where there is one, which forwards to the redirect URI', () => {
		const own = 'https://connect.example.com/sandbox/us/strava';
		const [domain, address] = registrationAt({steps: [uri]}, providerOfSlug('strava'), 'sandbox', own).steps;
		assert.equal(domain?.value, 'connect.example.com');
		assert.equal(address?.value, uri.value);
		assert.match(address?.description ?? '', /your own callback in its place/);
	});

	test('has no domain of what is no address', () => {
		const types = registrationOf('strava', 'sandbox', [{...uri, value: 'nowhere'}]).map(({type}) => type);
		assert.deepEqual(types, ['redirect_uri']);
	});

	test('is at Google in production a callback of one’s own', () => {
		for (const slug of ['google_health', 'google_fit']) {
			assert.deepEqual(registrationOf(slug, 'sandbox'), [uri, webhook]);
			assert.match(registrationOf(slug, 'production')[0]?.description ?? '', /your own verified domain/);
		}
	});

	test('is everywhere else what the API says', () => {
		for (const {slug} of providers) {
			if (['strava', 'google_health', 'google_fit'].includes(slug)) continue;
			assert.deepEqual(registrationOf(slug, 'production'), [uri, webhook], slug);
		}
	});
});
