import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Credential, JsonObject, StoredCredential} from '../../source/domain/credential.ts';
import {Secret} from '../../source/domain/secret.ts';
import {isRewritten, isUnchanged, notArrived} from '../../source/operations/compare-credential.ts';
import {credential, firstTime, secondTime, teamId} from '../support/credentials.ts';
import {altered, type Changes, type StoredChanges} from '../support/values.ts';

const stored: StoredCredential = {
	id: 'c1',
	teamId,
	provider: 'strava',
	values: {client_id: '12345', details: null, redirect_url_override: null},
	clientSecretHash: 'hash-1',
	appUrl: null,
	createdAt: firstTime,
	updatedAt: firstTime,
};

type Row = readonly [
	name: string,
	sent: Changes<Credential>,
	now: StoredChanges,
	expected: readonly string[],
	previous?: StoredChanges,
];

const rows: readonly Row[] = [
	['everything as sent', {}, {}, []],
	['a team ID in capitals', {}, {teamId: teamId.toUpperCase()}, []],
	['another team', {}, {teamId: 'x'}, ['Team']],
	['another provider', {}, {provider: 'oura'}, ['Provider']],
	['another client ID', {}, {client_id: '1234'}, ['Client ID']],
	['no client ID', {}, {client_id: null}, ['Client ID']],
	['a client ID in another case', {client_id: 'a'}, {client_id: 'A'}, ['Client ID']],
	[
		'a practice ID in another case',
		{provider: 'freestyle_libre', client_id: 'ab-C'},
		{provider: 'freestyle_libre', client_id: 'AB-c'},
		[],
	],
	[
		'the same URL in another form',
		{redirect_url_override: 'https://Example.com:443/a/../b'},
		{redirect_url_override: 'https://example.com/b'},
		[],
	],
	[
		'another URL',
		{redirect_url_override: 'https://a.example'},
		{redirect_url_override: null},
		['Redirect URL override'],
	],
	['an override not cleared', {}, {redirect_url_override: 'https://a.example'}, ['Redirect URL override']],
	['details the server added', {details: null}, {details: {added: 1}}, []],
	['details not cleared', {}, {details: {old: 1}}, ['Details (JSON)'], {details: {old: 1}}],
	['null and absent', {details: {a: null, b: {c: null}}}, {details: {}}, []],
	['more details than sent', {details: {a: 1}}, {details: {a: 1, b: 2}}, []],
	[
		'a list from which nothing was taken',
		{details: {a: ['x']}},
		{details: {a: ['x', 'y']}},
		['details.a'],
		{details: {a: ['x', 'y']}},
	],
	[
		'a list to which the server added',
		{details: {a: ['x']}},
		{details: {a: ['x', 'y']}},
		[],
		{details: {a: ['x']}},
	],
	['a detail lost', {details: {a: {b: true}}}, {details: {a: {}}}, ['details.a.b']],
	['a detail of another type', {details: {a: 1}}, {details: {a: '1'}}, ['details.a']],
	['all details lost', {details: {a: {b: 1, c: 2}}}, {}, ['details.a.b', 'details.a.c']],
	['a list in another order', {details: {a: ['x', 'y', 'x']}}, {details: {a: ['y', 'x']}}, []],
	['a list that lost one', {details: {a: ['x', 'y']}}, {details: {a: ['x']}}, ['details.a']],
	['a masked detail', {details: {a: 'abcdef'}}, {details: {a: 'ab••••'}}, []],
	['a secret detail', {details: {a: new Secret('x')}}, {details: {a: 'y'}}, []],
	['a secret detail that is not shown', {details: {a: {b: new Secret('x')}}}, {}, []],
	[
		'a URL among the details',
		{details: {a: 'https://example.com'}},
		{details: {a: 'https://example.com/'}},
		[],
	],
	[
		'a detail with a title',
		{provider: 'fitbit', details: {fitbit: {is_hr_enabled: true}}},
		{provider: 'fitbit', details: {fitbit: {is_hr_enabled: false}}},
		['Heart rate enabled'],
	],
	['a prototype name among the details', {details: {toString: 'x'}}, {details: {}}, ['details.toString']],
];

for (const [name, sent, now, expected, previous] of rows) {
	test(`comparing ${name}`, () => {
		const before = previous && altered(stored, previous);
		assert.deepEqual(notArrived(altered(credential, sent), altered(stored, now), before), expected);
	});
}

test('only another time of change or another hash proves that it was written', () => {
	assert.equal(isRewritten(undefined, stored), true);
	assert.equal(isRewritten(stored, stored), false);
	assert.equal(isRewritten(stored, altered(stored, {client_id: 'other'})), false);
	assert.equal(isRewritten(stored, {...stored, updatedAt: secondTime}), true);
	assert.equal(isRewritten(stored, {...stored, updatedAt: '2026-01-01T11:00:00+01:00'}), false);
	assert.equal(isRewritten(stored, {...stored, updatedAt: '2026-01-01T10:00:00'}), false);
	assert.equal(isRewritten(stored, {...stored, updatedAt: ''}), false);
	assert.equal(isRewritten({...stored, updatedAt: 'a'}, {...stored, updatedAt: 'b'}), true);
	assert.equal(isRewritten(stored, {...stored, clientSecretHash: 'hash-2'}), true);
	assert.equal(isRewritten(stored, {...stored, clientSecretHash: null}), false);
});

test('any value that changed since the review is a change', () => {
	assert.equal(isUnchanged(undefined, undefined), true);
	assert.equal(isUnchanged(undefined, stored), false);
	assert.equal(isUnchanged(stored, undefined), false);
	assert.equal(isUnchanged(stored, {...stored}), true);
	const withDetails = (details: JsonObject) => altered(stored, {details});
	const listed = withDetails({a: {b: ['x', 'y'], c: 1}});
	assert.equal(isUnchanged(listed, withDetails({a: {c: 1, b: ['y', 'x']}})), true);
	assert.equal(isUnchanged(listed, withDetails({a: {c: 1, b: ['y']}})), false);
	for (const change of [
		{id: 'c2'},
		{updatedAt: secondTime},
		{clientSecretHash: 'hash-2'},
		{client_id: 'other'},
		{redirect_url_override: 'https://a.example'},
		{details: {a: 1}},
	]) {
		assert.equal(isUnchanged(stored, altered(stored, change)), false);
	}
});
