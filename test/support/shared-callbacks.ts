import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answer} from './run-forwarders.ts';

type Ask = (target: string, method?: string) => Promise<Answer>;

/** By Junction's pages on sharing credentials and on hosting callbacks: the older names and today's. */
const audiences: readonly (readonly [audience: string, to: string])[] = [
	['https://api.us.junction.com/v2/link', 'https://api.us.junction.com'],
	['https://api.eu.junction.com/v2/link', 'https://api.eu.junction.com'],
	['https://api.sandbox.us.junction.com/v2/link', 'https://api.sandbox.us.junction.com'],
	['https://api.sandbox.eu.junction.com/v2/link', 'https://api.sandbox.eu.junction.com'],
	['https://api.tryvital.io/v2/link', 'https://api.us.junction.com'],
	['https://api.eu.tryvital.io/v2/link', 'https://api.eu.junction.com'],
	['https://api.sandbox.tryvital.io/v2/link', 'https://api.sandbox.us.junction.com'],
	['https://api.sandbox.eu.tryvital.io/v2/link', 'https://api.sandbox.eu.junction.com'],
];

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const header = base64url('{"alg":"HS256"}');
const ofText = (middle: string): string => `${header}.${base64url(middle)}.c2ln`;
const token = (claims: unknown): string => ofText(JSON.stringify(claims));

const known = audiences[0]?.[0] ?? '';
const ofJunction = token({aud: known, sub: 'é~', team_id: 'a', user_id: 'b', padding: 'x'.repeat(3000)});

/** What a state can be that is none of Junction's, or only looks like one. */
const otherStates: Readonly<Record<string, string>> = {
	nothing: '',
	'a word': 'a1b2c3',
	'a word with a dot': 'a.b',
	'two dots and no JSON': ofText('no JSON'),
	'two dots alone': '..',
	'two dots and text that is not base64url': `${header}.{"aud":"${known}"}.c2ln`,
	'base64 of another alphabet': ofText(`{"x":"\u{3ff}\u{3ff}???>>>","aud":"${known}"}`)
		.replaceAll('-', '%2B')
		.replaceAll('_', '%2F'),
	'base64url with its padding': `${header}.${Buffer.from(`{"aud":"${known}" }`).toString('base64').padEnd(80, '=')}.c2ln`,
	'two parts': `${header}.${base64url(`{"aud":"${known}"}`)}`,
	'four parts': `${token({aud: known})}.more`,
	'an address': known,
	'null as JSON': ofText('null'),
	'a number as JSON': ofText('7'),
	'a string as JSON': token(known),
	'a list as JSON': token([known]),
	'a list of claims': token([{aud: known}]),
	'JSON that is cut off': ofText(`{"aud":"${known}"`),
	'JSON without end': ofText('['.repeat(4000)),
	'no aud': token({sub: known}),
	'null as aud': token({aud: null}),
	'a list as aud': token({aud: [known]}),
	'an object as aud': token({aud: {aud: known}}),
	'an aud of another case': token({aud: known.toUpperCase()}),
	'an aud without TLS': token({aud: known.replace('https', 'http')}),
	'an aud with a slash at its end': token({aud: `${known}/`}),
	'an aud with more at its end': token({aud: `${known}-2`}),
	'an aud that begins right, with a path': token({aud: `${known}/../../other`}),
	'an aud with white space': token({aud: ` ${known}`}),
	'an aud of another host': token({aud: 'https://other.example/v2/link'}),
	'an aud whose host begins right': token({aud: 'https://api.us.junction.com.other.example/v2/link'}),
	'an aud with the host as a user': token({aud: 'https://api.us.junction.com@other.example/v2/link'}),
	'a name of Object as aud': token({aud: '__proto__'}),
	'another name of Object as aud': token({aud: 'constructor'}),
	'claims by way of a prototype': ofText(`{"__proto__":{"aud":"${known}"}}`),
};

/** What of a callback that two flows share goes on to Junction. */
export function sharingTests(ask: Ask): void {
	test('shared: forwards Junction’s, to where its audience is, byte for byte', async () => {
		for (const [aud, to] of audiences) {
			const query = `?scope=a+b%20c&code=4%2f0A%2F&state=${token({aud, sub: 'someone'})}&scope=&x`;
			const {status, location} = await ask(`/callback/strava${query}`);
			assert.deepEqual([status, location], [307, `${to}/v2/link/connect/strava${query}`], aud);
		}
	});

	test('shared: forwards a state of 4 kB, and the spelling of its dots', async () => {
		for (const state of [ofJunction, ofJunction.replaceAll('.', '%2e')]) {
			const {location, cacheControl, referrerPolicy} = await ask(`/callback/oura?state=${state}`);
			assert.equal(location, `https://api.us.junction.com/v2/link/connect/oura?state=${state}`);
			assert.deepEqual([cacheControl, referrerPolicy], ['no-store', 'no-referrer']);
		}
		assert.ok(ofJunction.length > 4000);
	});

	test('shared: leaves every other state to one’s own code', async () => {
		for (const [what, state] of Object.entries(otherStates)) {
			const {status, location} = await ask(`/callback/strava?code=x&state=${state}`);
			assert.deepEqual([status, location], [404, undefined], what);
		}
	});

	test('shared: leaves a request without one plain state to one’s own code', async () => {
		for (const query of [
			'',
			'?',
			'?code=x',
			`?state=${ofJunction}&state=mine`,
			`?state=mine&state=${ofJunction}`,
			`?state=${ofJunction}&state=${ofJunction}`,
			`?code=${ofJunction}`,
			`?State=${ofJunction}`,
			`?state[]=${ofJunction}`,
			`?code=x;state=${ofJunction}`,
		]) {
			assert.equal((await ask(`/callback/strava${query}`)).location, undefined, query.slice(0, 40));
		}
	});

	test('shared: leaves other paths and methods to one’s own code', async () => {
		for (const path of [
			'/callback',
			'/callback/',
			'/callback/strava/',
			'/callback/Strava',
			'/callback/str%61va',
			'/callback/not_a_provider',
			'/callback/__proto__',
			'/callback/constructor',
		]) {
			assert.equal((await ask(`${path}?state=${ofJunction}`)).location, undefined, path);
		}
		assert.equal((await ask(`/callback/strava?state=${ofJunction}`, 'POST')).location, undefined);
	});
}
