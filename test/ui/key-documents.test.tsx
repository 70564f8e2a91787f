import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const management = 'mg_canary_0123456789abcdef';
const atKey = (world: Parameters<typeof fakeServices>[0] = {}) => {
	const {services, connections} = fakeServices(world);
	const sent = () => connections.map(({generation, key}) => [generation, key.reveal()])[0];
	return {app: mountApp(answered.organization, services), sent};
};

suite('a document at the organization key', () => {
	test('gives its key alone, to the API that the key belongs to', async () => {
		const {app, sent} = atKey();
		await app.paste(
			`STRAVA_CLIENT_ID=12345\nSTRAVA_CLIENT_SECRET=canary\nJUNCTION_MANAGEMENT_KEY=${management}\n`,
		);
		await app.press(keys.enter);
		assert.match(app.screen(), /^This is a settings file, with an organization key: 26 characters\.$/m);
		assert.match(app.screen(), /^API: Junction/m);
		assert.match(app.screen(), /^❯ Use the organization key\n {2}Type it instead$/m);
		await app.press(keys.enter);
		await app.waitFor(/^Environment$/m);
		assert.deepEqual(sent(), ['junction', management]);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});

	test('has its key doubted like any other, before the API is chosen', async () => {
		const {app, sent} = atKey();
		await app.paste(`CLIENT_ID=12345\nVITAL_ORG_KEY=abcd****wxyz\n`);
		await app.press(keys.enter, keys.enter);
		assert.match(app.screen(), /^! A part is hidden at position 5/m);
		assert.match(app.screen(), /^❯ Enter it again$/m);
		await app.press(keys.enter);
		assert.match(app.screen(), /^Organization key$/m);
		assert.equal(sent(), undefined);
		await app.unmount();
	});

	test('without a key is refused kindly, and nothing of it is used', async () => {
		const {app, sent} = atKey();
		const file = {
			web: {client_id: '1-a.apps.googleusercontent.com', client_secret: 'GOCSPX-canary0123456789abcd'},
		};
		await app.paste(JSON.stringify(file, undefined, 2));
		await app.press(keys.enter);
		assert.match(app.screen(), /^✖ This is Google's client file, and no organization key is in it\.$/m);
		assert.match(
			app.screen().replace(/\s+/g, ' '),
			/Give the key alone, or with its name before it: VITAL_ORG_KEY or JUNCTION_MANAGEMENT_KEY\./,
		);
		await app.press(keys.enter);
		assert.match(app.screen(), /^❯$/m);
		assert.equal(sent(), undefined);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});

	test('that is dropped is read after a question, and a bare key in it is looked at', async () => {
		const {app, sent} = atKey({readDropped: async () => success(new Secret(`"${management}"\n`))});
		await app.paste('/home/me/organization.key ');
		await app.press(keys.enter);
		assert.match(app.screen(), /^This is the path of a file: \/home\/me\/organization\.key$/m);
		await app.press(keys.enter);
		await app.waitFor(/^❯ Use it repaired \(26 characters\)$/m);
		await app.press(keys.enter);
		await app.waitFor(/^Environment$/m);
		assert.deepEqual(sent(), ['junction', management]);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});
});

test('a key with a name before it goes where the key itself belongs', async () => {
	const {app, sent} = atKey();
	await app.paste(`JUNCTION_MANAGEMENT_KEY=${management}`);
	await app.waitFor(/^API: Junction/m);
	await app.press(keys.enter);
	assert.match(app.screen(), /^❯ Use it repaired \(26 characters\)$/m);
	await app.press(keys.enter);
	await app.waitFor(/^Environment$/m);
	assert.deepEqual(sent(), ['junction', management]);
	await app.unmount();
});
