import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {scopesOf} from '../../../source/domain/portal/portals.ts';
import {failure, success} from '../../../source/domain/problem.ts';
import {applicationFinding} from '../../../source/domain/proof/application.ts';
import {authorizeAddresses, authorizeHosts} from '../../../source/domain/proof/authorize-addresses.ts';
import {consentParts, isCallbackOf, placeOfAddress} from '../../../source/domain/proof/consent-address.ts';
import type {ProofTarget} from '../../../source/domain/proof/ports.ts';
import type {ScopeRequirements} from '../../../source/domain/proof/team.ts';
import {providers} from '../../../source/domain/providers/catalogue.ts';
import {providerOfSlug} from '../../../source/domain/providers/find-providers.ts';
import {Secret} from '../../../source/domain/secret.ts';

const junctionUrl = 'http://127.0.0.1:4010';
const callback = 'https://api.sandbox.us.junction.com/v2/link/connect/strava';

const target: ProofTarget = {
	place: {environment: 'sandbox', region: 'us'},
	teamId: 't',
	provider: providerOfSlug('strava'),
	clientId: '12345',
};

const none = success<ScopeRequirements | undefined>(undefined);
const missing = failure({kind: 'unavailable', message: 'It is not there.', advice: 'Go on.'});

const addressWith = (parameters: Readonly<Record<string, string>>): Secret =>
	new Secret(`https://www.strava.com/oauth/authorize?${new URLSearchParams(parameters)}`);

function found(
	parameters: Readonly<Record<string, string>>,
	changes: Partial<ProofTarget> = {},
	required = none,
) {
	const parts = consentParts(addressWith(parameters));
	assert.ok(parts);
	return applicationFinding(parts, {...target, ...changes}, required);
}

suite('an address to consent', () => {
	test('tells client ID, redirect URI and scopes, between spaces or commas', () => {
		const read = consentParts(
			addressWith({client_id: '1', redirect_uri: callback, scope: 'a b,c  a', state: 'never'}),
		);
		const scopes = ['a', 'b', 'c'];
		assert.deepEqual(read, {
			host: 'www.strava.com',
			clientId: '1',
			redirectUri: callback,
			scopes,
			unclear: [],
		});
	});

	test('that names something twice, or with nothing, tells nothing of it', () => {
		const read = consentParts(
			new Secret('https://x.example/?client_id=1&client_id=1&redirect_uri=&scope=a&scope=b'),
		);
		assert.deepEqual(read, {host: 'x.example', unclear: ['client_id', 'redirect_uri', 'scope']});
	});

	test('that names a right redirect URI beside another one proves nothing', () => {
		const query = new URLSearchParams([
			['client_id', '12345'],
			['redirect_uri', 'https://elsewhere.example/'],
			['redirect_uri', callback],
		]);
		const parts = consentParts(new Secret(`https://www.strava.com/oauth/authorize?${query}`));
		assert.ok(parts);
		const {verdict, type} = applicationFinding(parts, target, none);
		assert.deepEqual([verdict, type], ['unknown', 'unclear-address']);
	});

	test('that is none is told apart', () => assert.equal(consentParts(new Secret('/oauth')), undefined));
});

suite('whose an address is', () => {
	const places: readonly (readonly [address: string, place: string])[] = [
		['https://www.strava.com/oauth/authorize', 'provider'],
		['http://www.strava.com/oauth/authorize', 'elsewhere'],
		['https://www.strava.com:8443/oauth/authorize', 'elsewhere'],
		['https://strava.com/oauth/authorize', 'elsewhere'],
		['https://www.strava.com.evil.example/', 'elsewhere'],
		['https://www.strava.com@evil.example/', 'elsewhere'],
		['https://kim@www.strava.com/', 'elsewhere'],
		['https://accounts.google.com/o/oauth2/v2/auth', 'elsewhere'],
		['https://api.sandbox.us.junction.com/v2/link', 'junction'],
		['https://api.sandbox.us.junction.com/v2/link', 'junction'],
		['https://api.eu.junction.com/v2/link', 'elsewhere'],
		['https://api.us.junction.com/v2/link', 'elsewhere'],
		['https://api.sandbox.tryvital.io/v2/link', 'junction'],
		['https://api.tryvital.io/v2/link', 'elsewhere'],
		['https://link.tryvital.io/', 'junction'],
		['https://app.junction.com/', 'elsewhere'],
		['https://nottryvital.io/', 'elsewhere'],
		['http://api.us.junction.com/', 'elsewhere'],
		['http://127.0.0.1:4010/v2/link', 'junction'],
		['http://127.0.0.1:4011/v2/link', 'elsewhere'],
		['javascript:alert(1)', 'elsewhere'],
		['no address', 'elsewhere'],
	];
	for (const [address, place] of places) {
		test(`${address}: ${place}`, () =>
			assert.equal(placeOfAddress(new Secret(address), target, junctionUrl), place));
	}

	test('addresses are of providers that there are, over TLS', () => {
		const slugs = providers.map(({slug}) => slug);
		for (const [slug, addresses] of Object.entries(authorizeAddresses)) {
			assert.ok(slugs.includes(slug), slug);
			for (const address of addresses) assert.equal(new URL(address).protocol, 'https:', address);
		}
		assert.deepEqual(authorizeHosts('ihealth'), ['api.ihealthlabs.com:8443']);
		assert.deepEqual(authorizeHosts('toString'), []);
	});
});

suite('a callback of Junction', () => {
	const callbacks: readonly (readonly [address: string, isOne: boolean])[] = [
		[callback, true],
		['https://api.sandbox.tryvital.io/v2/link/connect/strava', true],
		['https://api.us.junction.com/v2/link/connect/strava', false],
		['https://api.sandbox.eu.junction.com/v2/link/connect/strava', false],
		['https://api.sandbox.us.junction.com/v2/link/connect/oura', false],
		['https://api.sandbox.us.junction.com/v2/link/connect/strava/', false],
		['https://api.sandbox.us.junction.com/v2/link/connect/strava?x=1', false],
		['https://connect.example.com/v2/link/connect/strava', false],
	];
	for (const [address, isOne] of callbacks) {
		test(`${address}: ${isOne}`, () => assert.equal(isCallbackOf(address, target.place, 'strava'), isOne));
	}
});

suite('an application', () => {
	const right = {client_id: '12345', redirect_uri: callback, scope: 'activity:read_all'};

	test('is proved by its client ID and a callback of Junction’s for the place', () => {
		const finding = found(right);
		assert.equal(finding.verdict, 'proved');
		assert.deepEqual(finding.scopes, ['activity:read_all']);
		assert.match(finding.message, /Scopes asked for: activity:read_all/);
	});

	test('with another client ID is refuted, with both', () => {
		const finding = found({...right, client_id: '99'});
		assert.equal(finding.verdict, 'refuted');
		assert.equal(finding.type, 'other-client-id');
		assert.deepEqual(finding.differences, [{field: 'client_id', saved: '12345', used: '99'}]);
	});

	test('is compared with the override, then with what the API names, byte for byte', () => {
		const own = 'https://connect.example.com/callback';
		assert.equal(found({...right, redirect_uri: own}, {redirectOverride: own, callback}).verdict, 'proved');
		const differing = found(right, {redirectOverride: own, callback});
		assert.deepEqual(differing.differences, [{field: 'redirect_uri', saved: own, used: callback}]);
		const older = 'https://api.sandbox.tryvital.io/v2/link/connect/strava';
		assert.equal(found({...right, redirect_uri: older}).verdict, 'proved');
		assert.equal(found({...right, redirect_uri: older}, {callback}).verdict, 'refuted');
	});

	test('sent to another environment is refuted', () => {
		const used = 'https://api.us.junction.com/v2/link/connect/strava';
		const finding = found({...right, redirect_uri: used});
		assert.deepEqual(finding.differences, [{field: 'redirect_uri', saved: callback, used}]);
	});

	test('without a redirect URI is judged by its client ID, unless an own one is saved', () => {
		const {redirect_uri: _, ...less} = right;
		const finding = found(less);
		assert.equal(finding.verdict, 'proved');
		assert.match(finding.message, /leaves the redirect URI to what is registered there/);
		const own = found(less, {redirectOverride: 'https://connect.example.com/callback'});
		assert.deepEqual([own.verdict, own.type], ['unknown', 'no-redirect-uri']);
		assert.equal(found({...less, client_id: '99'}).verdict, 'refuted');
	});

	test('is not known without a client ID, in the address or saved', () => {
		const {client_id: _, ...less} = right;
		assert.deepEqual([found(less).verdict, found(less).type], ['unknown', 'no-client-id']);
		assert.equal(found(right, {clientId: null}).verdict, 'unknown');
	});

	test('is refuted where scopes that the team requires are not asked for', () => {
		const required = success<ScopeRequirements | undefined>({must: ['a', 'activity:read_all', 'b'], may: []});
		const finding = found(right, {}, required);
		assert.equal(finding.type, 'missing-scopes');
		assert.deepEqual(finding.differences, [{field: 'scope', saved: 'a b', used: 'activity:read_all'}]);
		const {scope: _, ...silent} = right;
		assert.deepEqual(
			[found(silent, {}, required).verdict, found(silent, {}, required).type],
			['unknown', 'no-scopes'],
		);
	});

	test('of Google Health is compared with its eleven scopes where the team’s cannot be read', () => {
		const provider = providerOfSlug('google_health');
		const eleven = scopesOf(provider);
		assert.equal(eleven.length, 11);
		const uri = 'https://api.sandbox.us.junction.com/v2/link/connect/google_health';
		const all = {client_id: '12345', redirect_uri: uri, scope: eleven.join(' ')};
		assert.equal(found(all, {provider}, missing).verdict, 'proved');
		const fewer = found({...all, scope: eleven.slice(1).join(' ')}, {provider}, missing);
		assert.equal(fewer.differences[0]?.saved, eleven[0]);
		assert.equal(found({...right, scope: 'x'}, {}, missing).verdict, 'proved', 'others only show them');
	});
});
