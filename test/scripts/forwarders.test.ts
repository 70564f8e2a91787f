import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {documentedCallback} from '../../source/domain/callback.ts';
import {environments, regions} from '../../source/domain/credential.ts';
import {forwardedPath, forwarderKinds} from '../../source/domain/forwarder.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {checkRedirect} from '../../source/management-api/redirect-check.ts';
import {canShare} from '../../source/output/forwarders/forwarder.ts';
import {onDemo} from '../support/byoo.ts';
import {type Forwarding, missingFor, startForwarders} from '../support/run-forwarders.ts';
import {sharingTests} from '../support/shared-callbacks.ts';
import {startServer} from '../support/wizard-terminal.ts';

const places = environments.flatMap(environment => regions.map(region => ({environment, region})));
const slugs = providers.filter(({ownOAuth}) => ownOAuth === 'yes').map(({slug}) => slug);

const strava = '/sandbox/us/strava';
const toStrava = 'https://api.sandbox.us.junction.com/v2/link/connect/strava';

/** Of four kilobytes, in the form of a link token. */
const longState = `eyJhbGciOiJIUzI1NiJ9.${'eyJhdWQi_Oi-JodHRwczov'.repeat(190)}.c2lnbmVk`;

const queries: Readonly<Record<string, string>> = {
	'with %': 'code=4%2f0A%2F&a=%&b=%zz&c=%2&d=%25%2525&e=%00%0d%0aX-Other:%201&f=%7e~',
	'with +': 'code=a+b%20c%2Bd&scope=read+write&+=+',
	'with repeated and empty keys': 'a=1&a=&a&b=2&a=3&&&=x&=&b&',
	'with a state of 4 kB': `code=x&state=${longState}`,
	'with all that a browser leaves as it is': 'q=|^`{}[]\\;,!$&()*:@/?-._~&w=a=b==',
	'with what browsers escape': 'q="\'<>',
	'with names of Object': '__proto__=1&constructor=%7e&toString',
	'with addresses': 'redirect_uri=https://other.example/%2e%2e/&next=//other.example&x=/../../',
};

const refusedPaths = [
	'/',
	'/sandbox/us',
	'/sandbox/us/',
	`${strava}/`,
	`${strava}//`,
	`/${strava}`,
	'/sandbox//us/strava',
	'/Sandbox/us/strava',
	'/sandbox/US/strava',
	'/sandbox/us/Strava',
	'/sandbox%2fus%2Fstrava',
	'/sandbox/us%2fstrava',
	'/sandbox/us/str%61va',
	'/sandbox/us/strava%00',
	'/sandbox/us/strava%3fcode=x',
	'/sandbox/us/strava;x',
	'/sandbox/us/../us/strava',
	'/other/../sandbox/us/strava',
	'/./sandbox/us/strava',
	'/sandbox/us/%2e%2e/us/strava',
	'/staging/us/strava',
	'/sandbox/ca/strava',
	'/sandbox/us/not_a_provider',
	'/sandbox/us/strava.evil.example',
	'/sandbox/us/runkeeper',
	'/sandbox/us/__proto__',
	'/sandbox/us/constructor',
	'/sandbox/us/toString',
	'/sandbox/__proto__/strava',
	'/__proto__/us/strava',
	'/constructor/prototype/strava',
	'/production/us/strava/../../../sandbox/us/strava',
];

/** Whether Next.js takes dots out of the path before it hands it over, as browsers do. */
const isResolved = (target: string): boolean => new URL(`https://any.example${target}`).pathname !== target;

for (const kind of forwarderKinds) {
	const skip = missingFor(kind) ?? false;
	suite(`the forwarder for ${kind}`, {skip}, () => {
		let forwarding: Forwarding;
		before(async () => {
			forwarding = await startForwarders(kind);
		});
		after(() => forwarding.stop());

		for (const place of places) {
			test(`is passed by the check of redirects: ${place.environment}, ${place.region}`, async () => {
				for (const provider of ['strava', 'google_health']) {
					const {deviations} = await checkRedirect(
						forwarding.url + forwardedPath(place, provider),
						{...place, callback: documentedCallback(place, provider)},
						{signal: new AbortController().signal},
					);
					assert.deepEqual(deviations, []);
				}
			});
		}

		test('knows every provider with an application of one’s own, in all four places', async () => {
			for (const place of places) {
				for (const provider of slugs) {
					const {status, location} = await forwarding.ask(`${forwardedPath(place, provider)}?a`);
					assert.deepEqual([status, location], [307, `${documentedCallback(place, provider)}?a`]);
				}
			}
		});

		test('is passed by byoo prepare, on the demo, in all four places', async t => {
			const demo = await startServer(t);
			for (const place of places) {
				const address = forwarding.url + forwardedPath(place, 'strava');
				const team = demo.teams.find(({region}) => region === place.region)?.id ?? '';
				const at = ['--env', place.environment, '--region', place.region, '--team', team];
				const {code, document} = await onDemo(demo).json([
					...['prepare', ...at, '--provider', 'strava', '--redirect-url-override', address],
				]);
				assert.deepEqual([code, document.redirect], [0, {forwards: true, deviations: []}]);
			}
		});

		for (const [what, query] of Object.entries(queries)) {
			test(`forwards a query byte for byte: ${what}`, async () => {
				const {status, location} = await forwarding.ask(`${strava}?${query}`);
				// Next.js hands over what a browser would have sent.
				const arrived = kind === 'nextjs' ? new URL(`https://any.example/?${query}`).search : `?${query}`;
				assert.deepEqual([status, location], [307, toStrava + arrived]);
			});
		}

		test('forwards without a query what came without one', async () => {
			assert.equal((await forwarding.ask(strava)).location, toStrava);
			// Of a question mark alone ASGI does not tell.
			const bare = kind === 'fastapi' ? '' : '?';
			assert.equal((await forwarding.ask(`${strava}?`)).location, toStrava + bare);
		});

		test('forwards no other path, however it is spelled', async () => {
			for (const path of refusedPaths.filter(one => kind !== 'nextjs' || !isResolved(one))) {
				const {status, location} = await forwarding.ask(`${path}?code=x&state=y`);
				assert.equal(location, undefined, path);
				// nginx itself refuses some.
				assert.ok(status === 404 || (kind === 'nginx' && status === 400), `${path}: ${status}`);
			}
		});

		test('takes GET and HEAD, and no other method', async () => {
			assert.equal((await forwarding.ask(`${strava}?a`, 'HEAD')).location, `${toStrava}?a`);
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
				const {status, location, allow} = await forwarding.ask(`${strava}?a`, method);
				assert.deepEqual([status, location, allow], [405, undefined, 'GET, HEAD'], method);
			}
			assert.equal((await forwarding.ask('/sandbox/us', 'POST')).status, 404);
		});

		test('lets nobody keep what it answers, or learn from whom it came', async () => {
			for (const [target, method] of [
				[`${strava}?a`, 'GET'],
				['/other', 'GET'],
				[strava, 'POST'],
			] as const) {
				const {cacheControl, referrerPolicy} = await forwarding.ask(target, method);
				assert.deepEqual([cacheControl, referrerPolicy], ['no-store', 'no-referrer'], target);
			}
		});

		if (canShare(kind)) sharingTests((target, method) => forwarding.askShared(target, method));

		test('writes nothing of a query down', async () => {
			for (const path of [strava, '/other', '/callback/strava'])
				await forwarding.ask(`${path}?code=wQ7-canary&state=${longState}`);
			assert.doesNotMatch(forwarding.logged(), /wQ7-canary|state|code=|other\.example/);
		});
	});
}
