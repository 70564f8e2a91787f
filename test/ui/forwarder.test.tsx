import assert from 'node:assert/strict';
import {test} from 'node:test';
import {failure, success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Services} from '../../source/ui/services.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {answered, mountApp, typeInto} from '../support/conversation.tsx';
import {fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const {'redirect-url-override': _override, ...before} = answered.everything;

const google: Answers = {
	...before,
	environment: 'production',
	provider: {slug: 'google_health'},
	'details.project_number': {kind: 'given', value: '518204417733'},
	'details.service_account_email': {kind: 'given', value: 'a@b.iam.gserviceaccount.com'},
};

/** At the redirect URL override, with what was written so far. */
function atOverride(answers: Answers, services: Partial<Services> = {}) {
	const written: (readonly [kind: string, folder: string])[] = [];
	const writeForwarder: Services['writeForwarder'] = async (kind, folder) => {
		written.push([kind, folder]);
		return success(`${folder}/file`);
	};
	return {app: mountApp(answers, fakeServices({writeForwarder, ...services}).services), written};
}

test('Tab at the override writes a forwarder, says what to do next, and the typed address can be checked', async () => {
	const addresses: string[] = [];
	const {app, written} = atOverride(before, {
		checkRedirect: async address => {
			addresses.push(address);
			return {deviations: []};
		},
	});
	await app.waitFor(/Tab write a forwarder/);
	await app.press('\t');
	await app.waitFor(/^❯ Cloudflare Workers \(worker\.mjs\)$/m);
	await app.press(keys.down, keys.enter);
	await app.waitFor(/The folder for server\.mjs/);
	await typeInto(app, 'callback');
	await app.press(keys.enter);
	await app.waitFor(/^✔ The forwarder is in callback\/file\.$/m);
	assert.deepEqual(written, [['node', 'callback']]);
	assert.match(
		app.screen().replaceAll('\n', ' '),
		/Then enter its address: +https:\/\/YOUR-DOMAIN\/sandbox\/us\/oura /,
	);
	await typeInto(app, 'https://connect.example.com/sandbox/us/oura');
	await app.press(keys.enter);
	await app.waitFor('❯ Check it');
	await app.press(keys.enter);
	await app.waitFor('✔ It forwards with 307');
	assert.deepEqual(addresses, ['https://connect.example.com/sandbox/us/oura']);
	await app.unmount();
});

test('Enter alone takes the folder that byoo was started in', async () => {
	const {app, written} = atOverride(before);
	await app.waitFor(/^Redirect URL override$/m);
	await app.press('\t', keys.enter);
	await app.waitFor(/^❯ \.$/m);
	await app.press(keys.enter);
	await app.waitFor('✔ The forwarder');
	assert.deepEqual(written, [['worker', '.']]);
	await app.unmount();
});

test('in production of Google Health the forwarder is offered first, with the reason', async () => {
	const {app, written} = atOverride(google);
	await app.waitFor(/^! In production Google asks for a callback on a verified domain of yours/m);
	assert.match(app.screen(), /^❯ Write a forwarder\n.* Enter its address$/m);
	await app.press(keys.enter);
	await app.waitFor(/^❯ Cloudflare/m);
	await app.press(keys.escape);
	await app.waitFor(/^❯ Write a forwarder$/m);
	await app.press(keys.enter, keys.enter, keys.enter);
	await app.waitFor('✔ The forwarder');
	assert.deepEqual(written, [['worker', '.']]);
	assert.match(app.screen().replaceAll('\n', ' '), /YOUR-DOMAIN\/production\/us\/google_health/);
	await app.unmount();
});

test('who has a forwarder enters its address there, and an address that is known is asked about as ever', async () => {
	const {app} = atOverride(google);
	await app.waitFor(/^❯ Write a forwarder$/m);
	await app.press(keys.down, keys.enter);
	await app.waitFor('empty for none');
	await app.unmount();
	const sandbox = atOverride({...google, environment: 'sandbox'});
	await sandbox.app.waitFor('empty for none');
	await sandbox.app.unmount();
});

test('what is there already is left alone, and another folder is asked for', async () => {
	let tries = 0;
	const {app} = atOverride(before, {
		writeForwarder: async (_kind, folder) =>
			tries++ === 0
				? failure({kind: 'conflict', message: 'There is one already.', advice: 'Give another folder.'})
				: success(`${folder}/worker.mjs`),
	});
	await app.waitFor(/^Redirect URL override$/m);
	await app.press('\t', keys.enter, keys.enter);
	await app.waitFor('✖ There is one already. Give another folder.');
	await app.press(keys.ctrlU);
	await typeInto(app, 'other');
	await app.press(keys.enter);
	await app.waitFor('✔ The forwarder is in other/worker.mjs.');
	await app.unmount();
});

test('a folder is never named by a secret', async () => {
	const hex = '0123456789abcdef0123456789abcdef01234567';
	const {app, written} = atOverride({...before, 'client-secret': {kind: 'given', value: new Secret(hex)}});
	await app.waitFor(/^Redirect URL override$/m);
	await app.press('\t', keys.enter);
	await app.waitFor(/^❯ \.$/m);
	await app.paste(hex);
	await app.press(keys.enter);
	await app.waitFor('✖ This looks like a secret');
	assert.deepEqual(written, []);
	assert.ok(!app.raw().includes(hex));
	await app.unmount();
});

test('for a provider that takes no application of one’s own there is nothing to write', async () => {
	const {app} = atOverride({...before, provider: {slug: 'runkeeper'}});
	await app.waitFor(/^Redirect URL override$/m);
	assert.doesNotMatch(app.screen(), /Tab/);
	await app.press('\t');
	assert.match(app.screen(), /empty for none/);
	await app.unmount();
});
