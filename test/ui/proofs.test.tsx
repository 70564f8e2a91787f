import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Finding} from '../../source/domain/proof/finding.ts';
import type {ConnectionProof, SaidByPage} from '../../source/domain/proof/ports.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Services} from '../../source/ui/services.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {fakeServices, now, pacedClock} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';
import {connected, linkAddress, loopbackPage, notedUser, savedOutcome} from '../support/proofs.ts';

type World = Parameters<typeof fakeServices>[0];

const strava = {...answered.everything, provider: {slug: 'strava'}};

const atReview = async (world: World = {}, preset = strava, launch = {}) => {
	const {services} = fakeServices({save: async () => savedOutcome, now: pacedClock(), ...world});
	const app = mountApp(preset, services, {launch});
	await app.waitFor(/^❯ Submit/m);
	return app;
};

async function atSaved(world: World = {}, preset = strava) {
	const app = await atReview(world, preset);
	await app.press(keys.enter);
	await app.waitFor(/^Saved$/m);
	return app;
}

const choose = async (app: Awaited<ReturnType<typeof atReview>>, label: string) => {
	for (let moves = 0; moves < 20 && !app.screen().includes(`❯ ${label}`); moves++) await app.press(keys.down);
	assert.match(app.screen(), new RegExp(`^❯ ${label}`, 'm'));
	await app.press(keys.enter);
};

const pairOf = (finding: Finding, asked: unknown[] = []): World => ({
	checkPair: async (pair, {isConsent}) => {
		asked.push([pair.clientId, pair.secret.is('a-client-secret'), pair.redirectUri, isConsent]);
		return finding;
	},
});

suite('the pair, at review', () => {
	test('is offered with the hosts that it goes to, and asked only after that was said', async () => {
		const asked: unknown[] = [];
		const app = await atReview(pairOf({verdict: 'proved', message: 'Strava knows it.'}, asked));
		await choose(app, 'Check the pair with Strava first');
		assert.match(app.screen(), /go to\s+www\.strava\.com,\s+and\s+nowhere else/);
		assert.deepEqual(asked, []);
		await app.press(keys.enter);
		await app.waitFor('✔ Strava knows it.');
		const callback = 'https://api.sandbox.us.junction.com/v2/link/connect/strava';
		assert.deepEqual(asked, [['an-application', true, callback, false]]);
		await app.press(keys.enter);
		await app.waitFor(/^❯ Check the pair/m);
		assert.match(app.screen(), /^✔ Strava knows it\./m);
		await app.unmount();
	});

	test('that is refused does not keep anybody from saving, and is said on Saved too', async () => {
		const app = await atReview({
			...pairOf({verdict: 'refuted', message: 'Strava refused it.', advice: 'Copy it anew.'}),
		});
		await choose(app, 'Check the pair with Strava first');
		await app.press(keys.enter);
		await app.waitFor('✖ Strava refused it. Copy it anew.');
		await app.press(keys.escape);
		await app.waitFor(/^✖ Strava refused it/m);
		await app.press(keys.home, keys.enter);
		await app.waitFor(/^Saved$/m);
		assert.match(app.screen(), /^✖ Strava refused it\./m);
		await app.unmount();
	});

	test('that was found is forgotten with a changed value', async () => {
		const app = await atReview(pairOf({verdict: 'proved', message: 'Strava knows it.'}));
		await choose(app, 'Check the pair with Strava first');
		await app.press(keys.enter);
		await app.waitFor('✔ Strava knows it.');
		await app.press(keys.enter);
		await app.press(keys.home);
		await choose(app, 'Client ID');
		await app.waitFor(/^Client ID$/m);
		await app.press('9');
		await app.press(keys.enter);
		await app.waitFor(/^❯ Submit/m);
		assert.ok(!app.screen().includes('Strava knows it.'));
		await app.unmount();
	});

	test('is not offered where the provider’s answers are not known', async () => {
		const app = await atReview({}, {...answered.everything, provider: {slug: 'garmin'}});
		assert.ok(!app.all().includes('Check the pair'));
		await app.unmount();
	});

	test('of WHOOP can be tried without the secret, by its consent alone', async () => {
		const asked: unknown[] = [];
		const world: World = {
			...pairOf({verdict: 'refuted', message: 'WHOOP has not registered this URI.'}, asked),
			proveApplication: async () => ({
				application: {
					verdict: 'proved',
					message: 'Junction sends them right.',
					differences: [],
					scopes: [],
				},
				notes: [],
			}),
		};
		const app = await atReview(world, {...answered.everything, provider: {slug: 'whoop_v2'}});
		await choose(app, 'Check ID, redirect URI and scopes with WHOOP');
		assert.match(app.screen(), /without the secret/);
		await app.press(keys.enter);
		await app.waitFor('✖ WHOOP has not registered');
		assert.deepEqual(asked.flat().at(-1), true);
		await app.press(keys.escape);
		await app.waitFor(/^✖ WHOOP has not registered/m);
		await app.press(keys.home, keys.enter);
		await app.waitFor(/^Saved$/m);
		await choose(app, 'Prove the application');
		await app.press(keys.enter);
		await app.waitFor('✔ Junction sends them right.');
		await app.press(keys.escape);
		await app.waitFor(/^Saved$/m);
		// What Junction sends does not mend what the provider refuses.
		for (const words of [
			/^✖ WHOOP has not registered/m,
			/^✔ Junction sends them right/m,
			/^It is stored, but/m,
		]) {
			assert.match(app.screen(), words);
		}
		await app.unmount();
	});
});

suite('the application, after a save', () => {
	const proof = (application: Partial<Awaited<ReturnType<Services['proveApplication']>>['application']>) =>
		({
			proveApplication: async () => ({
				application: {
					verdict: 'proved',
					message: 'It is right.',
					differences: [],
					scopes: [],
					...application,
				},
				isTestUserDeleted: true,
				notes: [],
			}),
		}) satisfies World;

	test('is offered with what it does, and then leads to a connection', async () => {
		const app = await atSaved(proof({}));
		await choose(app, 'Prove the application');
		assert.match(app.screen(), /makes a test user in this team/);
		await app.press(keys.enter);
		await app.waitFor('✔ It is right.');
		assert.match(app.screen(), /The test user is deleted again\./);
		assert.match(app.screen(), /^❯ Connect one account/m);
		await app.press(keys.escape);
		await app.waitFor(/^❯ Connect one account/m);
		assert.match(app.screen(), /^✔ It is right\./m);
		await app.unmount();
	});

	test('that is refuted shows what was saved and what is used, and offers no connection', async () => {
		const app = await atSaved(
			proof({
				verdict: 'refuted',
				message: 'Users are sent with another client ID.',
				differences: [{field: 'client_id', saved: 'mine', used: 'theirs'}],
			}),
		);
		await choose(app, 'Prove the application');
		await app.press(keys.enter);
		await app.waitFor('✖ Users are sent with another client ID.');
		assert.match(app.screen(), /Client ID: saved mine, used theirs/);
		assert.ok(!app.screen().includes('Connect one account'));
		await app.unmount();
	});

	test('is not offered beside an API of which nobody says where its Junction is', async () => {
		const {services} = fakeServices({save: async () => savedOutcome, now: pacedClock()});
		const app = mountApp(strava, services, {launch: {apiUrl: 'https://api.example.com'}});
		await app.waitFor(/^❯ Submit/m);
		await app.press(keys.enter);
		await app.waitFor(/^Saved$/m);
		assert.ok(!app.screen().includes('Prove the application'));
		await app.unmount();
	});
});

suite('one account that connects', () => {
	/** The world in which a link is open until the test, or the person, ends it. */
	function open(proof: ConnectionProof = connected) {
		const opened: string[] = [];
		const copied: string[] = [];
		const ends: (SaidByPage | undefined)[] = [];
		let end: (proof: ConnectionProof) => void = () => undefined;
		const world: World = {
			proveApplication: async () => ({
				application: {verdict: 'unknown', message: 'Nobody knows.', differences: [], scopes: []},
				notes: [],
			}),
			proveConnection: (_at, _target, {onProgress}) => {
				onProgress({
					kind: 'open',
					address: new Secret(linkAddress),
					page: loopbackPage,
					endsAt: now.getTime() + 600_000,
				});
				return new Promise(resolve => {
					end = resolve;
				});
			},
			stopProof(said) {
				ends.push(said);
				end({connection: {verdict: 'unknown', message: 'Stopped.'}, isTestUserDeleted: true, notes: []});
			},
			// The link is a secret of the run, which nothing else may say.
			hide: text => text.replaceAll(linkAddress, 'hidden').replaceAll('athlete-7', 'hidden'),
			open: address => void opened.push(address),
			copy: text => void copied.push(text),
		};
		return {world, opened, copied, ends, connect: () => end(proof)};
	}

	async function atLink(world: World) {
		const app = await atSaved(world);
		await choose(app, 'Prove the application');
		await app.press(keys.enter);
		await app.waitFor('Nobody knows.');
		await app.press(keys.enter);
		await app.waitFor('Real data of the account');
		return app;
	}

	test('is told first what it does to others; then there is a page, for the browser and by copy', async () => {
		const {world, opened, copied, connect} = open();
		const app = await atLink(world);
		for (const words of ['webhooks', 'its connection there may end', 'one of the places']) {
			assert.ok(app.screen().replace(/\s+/g, ' ').includes(words), words);
		}
		assert.ok(!app.raw().includes(linkAddress));
		await app.press(keys.enter);
		await app.waitFor(linkAddress);
		await choose(app, 'Open it in the browser');
		await choose(app, 'Copy the address');
		assert.deepEqual([opened, copied], [[loopbackPage], [linkAddress]]);
		connect();
		await app.waitFor('✔ Strava is connected.');
		assert.ok(!app.raw().includes('athlete-7'));
		await choose(app, 'Show whose account it was');
		await app.waitFor('Account: athlete-7');
		await app.unmount();
	});

	test('can be led to by a QR code, alone on the screen', async () => {
		const {world} = open();
		const app = await atLink(world);
		await app.press(keys.enter);
		await app.waitFor(linkAddress);
		await choose(app, 'Show it as a QR code');
		await app.waitFor('█▀');
		assert.ok(!app.screen().includes('byoo'));
		assert.ok(app.all().split('\n').length < 30);
		await app.press(keys.escape);
		await app.waitFor(/^❯ Show it as a QR code/m);
		await app.unmount();
	});

	test('ends with what its page said, by Stop and by Esc', async () => {
		const {world, ends} = open();
		const app = await atLink(world);
		await app.press(keys.enter);
		await app.waitFor(linkAddress);
		await choose(app, 'The page shows an error');
		await choose(app, 'It does not know the redirect URI');
		await app.waitFor('Stopped.');
		await choose(app, 'Try once more');
		await app.waitFor(linkAddress);
		await app.press(keys.escape);
		await app.waitFor('Stopped.');
		assert.deepEqual(ends, ['redirect-uri', undefined]);
		assert.match(app.screen(), /The test user is deleted again\./);
		await app.unmount();
	});

	test('in presenter mode shows neither the address nor a code nor the account', async () => {
		const {world, connect} = open();
		const app = await atLink(world);
		await app.press('\u0014', keys.enter);
		await app.waitFor('hidden in presenter mode');
		assert.ok(!app.raw().includes(linkAddress));
		assert.ok(!app.screen().includes('QR code'));
		connect();
		await app.waitFor('✔ Strava is connected.');
		assert.ok(!app.screen().includes('Show whose account'));
		await app.unmount();
	});

	test('that left its test user behind says so', async () => {
		const {world, connect} = open({...connected, isTestUserDeleted: false});
		const app = await atLink(world);
		await app.press(keys.enter);
		await app.waitFor(linkAddress);
		connect();
		await app.waitFor('! The test user could not be deleted');
		await app.press(keys.enter);
		await app.waitFor(/^Saved$/m);
		assert.match(app.screen(), /^! The test user could not be deleted/m);
		await app.unmount();
	});
});

suite('what a proof does is read before it is chosen', () => {
	test('page by page, where there is no room for all of it', async () => {
		const asked: unknown[] = [];
		const {services} = fakeServices({
			...pairOf({verdict: 'proved', message: 'Strava knows it.'}, asked),
			now: pacedClock(),
		});
		const app = mountApp(strava, services, {columns: 40, rows: 12});
		await app.waitFor(/^❯ Submit/m);
		await choose(app, 'Check the pair');
		let read = '';
		for (let pages = 0; pages < 20 && app.screen().includes('❯ Read on'); pages++) {
			read += `${app.screen()}\n`;
			await app.press(keys.enter);
		}
		read += app.screen();
		assert.match(read.replace(/\s+/g, ' '), /www\.strava\.com, and nowhere else/);
		assert.match(app.screen(), /^❯ Check it/m);
		assert.deepEqual(asked, []);
		await app.press(keys.enter);
		await app.waitFor('✔ Strava knows it.');
		await app.unmount();
	});

	test('and a Return that only came along chooses nothing', async () => {
		const asked: unknown[] = [];
		const app = await atReview({
			...pairOf({verdict: 'proved', message: 'Strava knows it.'}, asked),
			now: () => now,
		});
		await choose(app, 'Check the pair with Strava first');
		await app.press(keys.enter);
		await app.waitFor('That Enter came very soon');
		await app.press(keys.enter, keys.enter);
		assert.deepEqual(asked, []);
		await app.press(keys.down, keys.up, keys.enter);
		await app.waitFor('✔ Strava knows it.');
		await app.unmount();
	});
});

suite('a test user that an earlier run left', () => {
	const left = (world: World = {}) =>
		mountApp(
			answered.team,
			fakeServices({
				leftUsers: ({id}) => (id === notedUser.organization.id ? [notedUser] : []),
				now: pacedClock(),
				...world,
			}).services,
		);

	test('is offered for deletion once the key is proved', async () => {
		const asked: unknown[] = [];
		const app = left({
			deleteLeftUsers: async (_connection, users) => {
				asked.push(users);
				return [{kind: 'deleted'}];
			},
		});
		await app.waitFor(/^A test user is left$/m);
		await app.press(keys.enter);
		await app.waitFor('✔ A test user that an earlier run had left was deleted.');
		assert.deepEqual(asked, [[notedUser]]);
		await app.press(keys.enter);
		await app.waitFor(/^Provider$/m);
		await app.unmount();
	});

	test('can wait', async () => {
		const app = left();
		await app.waitFor(/^A test user is left$/m);
		await choose(app, 'Not now');
		await app.waitFor(/^Provider$/m);
		await app.unmount();
	});
});
