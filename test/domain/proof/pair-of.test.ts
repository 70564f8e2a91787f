import assert from 'node:assert/strict';
import test from 'node:test';
import type {BodyObject} from '../../../source/domain/credential.ts';
import {pairOf, redirectUriOf} from '../../../source/domain/proof/pair-of.ts';
import {Secret} from '../../../source/domain/secret.ts';
import {place} from '../../support/credentials.ts';

const saving = (provider: string, values: BodyObject) => ({place, credential: {provider, values}});
const documented = 'https://api.sandbox.us.junction.com/v2/link/connect/oura';

test('the redirect URI is the customer’s own, else what the API named, else the documented one', () => {
	const own = {
		redirect_url_override: 'https://own.example/',
		details: {redirect_uri: 'https://detail.example/'},
	};
	assert.equal(redirectUriOf(saving('oura', own), 'https://api.example/'), 'https://own.example/');
	const detail = {redirect_url_override: null, details: {redirect_uri: 'https://detail.example/'}};
	assert.equal(redirectUriOf(saving('google_fit', detail)), 'https://detail.example/');
	const none = {redirect_url_override: null, details: null};
	assert.equal(redirectUriOf(saving('oura', none), 'https://api.example/'), 'https://api.example/');
	assert.equal(redirectUriOf(saving('oura', none)), documented);
});

test('a pair is a client ID with its secret', () => {
	const secret = new Secret('canary');
	const pair = pairOf(saving('oura', {client_id: 'abc', client_secret: secret}));
	assert.equal(pair?.provider.slug, 'oura');
	assert.deepEqual([pair?.clientId, pair?.secret, pair?.redirectUri], ['abc', secret, documented]);
	for (const values of [
		{client_id: null, client_secret: secret},
		{client_id: '', client_secret: secret},
		{client_id: 'abc', client_secret: null},
		{client_id: 'abc', client_secret: new Secret('')},
	]) {
		assert.equal(pairOf(saving('oura', values)), undefined);
	}
});
