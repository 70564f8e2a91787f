import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {PlacedCredential} from '../../source/domain/credential.ts';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {failure, success} from '../../source/domain/problem.ts';
import type {OverrideSeen} from '../../source/domain/watch/override.ts';
import {watchOverrides} from '../../source/operations/watch-overrides.ts';
import {ofMarigold, placed} from '../output/placed.ts';

const {signal} = new AbortController();
const address = 'https://connect.example.com/callback?tenant=secret-of-theirs';

const forwards: OverrideSeen = {kind: 'asked', judge: () => ({deviations: []})};

const broken: OverrideSeen = {
	kind: 'asked',
	judge: ({callback}) => ({
		deviations: [
			{kind: 'other-status', message: 'It redirects with 302.', advice: `Forward to ${callback}.`},
			{kind: 'query-dropped', message: 'It forwards without code.', advice: `Forward to ${callback}.`},
		],
	}),
};

/** A watch that sees this everywhere, and what it was asked. */
function watching(seen: OverrideSeen) {
	const asked: string[] = [];
	const prepared: string[] = [];
	const prepare: ManagementApi['prepare'] = async ({environment}, {provider}) => {
		prepared.push(`${environment} ${provider}`);
		const callback = {type: 'redirect_uri', key: '', value: `${environment}/${provider}`, description: ''};
		return success({steps: [callback]});
	};
	const see = async (override: string) => {
		asked.push(override);
		return seen;
	};
	const watch = (...all: readonly PlacedCredential[]) => watchOverrides({see, prepare}, all, {signal});
	return {asked, prepared, watch, see, prepare};
}

const inProduction = placed({redirect_url_override: address}, {environment: 'production'});
const inSandbox = placed({redirect_url_override: address});

suite('the overrides that are stored', () => {
	test('are asked once for each address, and held against the callback of each credential', async () => {
		const {asked, prepared, watch} = watching(broken);
		const found = await watch(inProduction, inSandbox, ofMarigold(), placed({redirect_url_override: ''}));
		assert.deepEqual(asked, [address]);
		assert.deepEqual(prepared, ['production strava', 'sandbox strava']);
		assert.deepEqual(
			found.map(({code, severity, environment, message, advice}) => [
				code,
				severity,
				environment,
				message,
				advice,
			]),
			['production', 'sandbox'].map(environment => [
				'override-broken',
				environment === 'production' ? 'high' : 'medium',
				environment,
				'The override connect.example.com/callback does not forward as it must. It redirects with 302. It forwards without code.',
				`Forward to ${environment}/strava.`,
			]),
		);
	});

	test('are nothing to say where they forward, and are judged without the callback where nobody names it', async () => {
		assert.deepEqual(await watching(forwards).watch(inProduction), []);
		const {see} = watching(broken);
		const prepare = async () => failure({kind: 'unavailable', message: '', advice: ''} as const);
		const [found] = await watchOverrides({see, prepare}, [inProduction], {signal});
		assert.equal(found?.advice, 'Forward to undefined.');
	});

	for (const [seen, production, sandbox, words] of [
		[
			{kind: 'not-public', of: 'private', byName: false},
			'override-private high',
			'override-private medium',
			/is at a private address, so it was not called/,
		],
		[
			{kind: 'not-public', of: 'loopback', byName: true},
			'override-private medium',
			'override-private low',
			/leads to an address of this very computer from here/,
		],
		[
			{kind: 'unusable'},
			'override-unusable high',
			'override-unusable medium',
			/is no address to send users to/,
		],
		[
			{kind: 'unasked', why: 'proxy'},
			'override-unknown unknown',
			'override-unknown unknown',
			/through a proxy nobody can tell/,
		],
		[
			{kind: 'unasked', why: 'stopped'},
			'override-unknown unknown',
			'override-unknown unknown',
			/there was no time left/,
		],
	] as const) {
		test(`that were not called say why: ${words.source}`, async () => {
			const {prepared, watch} = watching(seen);
			const found = await watch(inProduction, inSandbox);
			assert.deepEqual(
				found.map(({code, severity}) => `${code} ${severity}`),
				[production, sandbox],
			);
			for (const {message} of found) {
				assert.match(message, words);
				assert.doesNotMatch(message, /secret-of-theirs/);
			}
			assert.deepEqual(prepared, []);
		});
	}

	test('are never looked at all at once', async () => {
		let [running, most, count] = [0, 0, 0];
		const see = async () => {
			running += 1;
			count += 1;
			most = Math.max(most, running);
			await new Promise(setImmediate);
			running -= 1;
			return forwards;
		};
		const {prepare} = watching(forwards);
		const many = Array.from({length: 30}, (_, index) =>
			placed({redirect_url_override: `https://${index}.example/`}),
		);
		await watchOverrides({see, prepare}, many, {signal});
		assert.deepEqual([most, count], [4, 30]);
	});
});
