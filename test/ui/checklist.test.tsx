import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {failure, success} from '../../source/domain/problem.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {answered, mountApp, typeInto} from '../support/conversation.tsx';
import {fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const callback = 'https://api.sandbox.us.junction.com/v2/link/connect/google_health';
const principal = 'junction-sandbox@example-project.iam.gserviceaccount.com';
const steps = [
	{type: 'redirect_uri', key: 'redirect', value: callback, description: ''},
	{type: 'iam_principal', key: 'principal', value: principal, description: ''},
];

/** The checklist of Google Health, what was copied, and which pages were written. */
async function atChecklist(
	more: Answers = {},
	prepare = async () => success({steps}),
	size: {readonly columns?: number; readonly rows: number} = {rows: 50},
) {
	const copied: string[] = [];
	const opened: string[] = [];
	const pages: {readonly text: string; readonly name: string}[] = [];
	const {services, ticks} = fakeServices({
		api: {prepare},
		copy: text => void copied.push(text),
		open: address => void opened.push(address),
		writePage: async (text, name) => {
			pages.push({text, name});
			return success(`/home/someone/${name}`);
		},
	});
	const preset = {...answered.team, provider: {slug: 'google_health'}, ...more};
	const app = mountApp(preset, services, size);
	await app.waitFor(/^Register with Google Health$/m);
	await app.waitFor(/^❯/m);
	return {app, ticks, copied, opened, pages};
}

type App = Awaited<ReturnType<typeof atChecklist>>['app'];

async function pointAt(app: App, title: string): Promise<void> {
	await app.press(keys.home);
	const steps = app.screen().match(/^..[○✔] .*$/gm) ?? [];
	const index = steps.findIndex(step => step.includes(title));
	assert.notEqual(index, -1, app.screen());
	await app.press(keys.down.repeat(index));
	await app.waitFor(new RegExp(`^❯ .*${title}`, 'm'));
}

suite('the checklist of a portal', () => {
	test('starts on its first open step, and is ticked and unticked by Space', async () => {
		const {app, ticks} = await atChecklist();
		assert.match(app.screen(), /^❯ ○ {2}1 Read Google’s notice/m);
		await app.press(' ');
		await app.waitFor(/^❯ ✔ {2}1 /m);
		assert.deepEqual([...ticks], ['notice']);
		assert.match(app.screen(), /12 still open$/m);
		await app.press(' ');
		await app.waitFor(/^❯ ○ {2}1 /m);
		assert.deepEqual([...ticks], []);
		await app.unmount();
	});

	test('copies what a step has by Enter or Ctrl+Y, and ticks one that has nothing', async () => {
		const {app, copied, ticks} = await atChecklist();
		await pointAt(app, 'eleven scopes');
		await app.press(keys.enter);
		await app.waitFor('Copied, if your terminal allows.');
		assert.equal(copied[0]?.split('\n').length, 11);
		await pointAt(app, 'Create an OAuth client');
		await app.press(keys.ctrlY);
		assert.equal(copied[1], callback);
		assert.deepEqual([...ticks], []);
		await pointAt(app, 'Register the app under Branding');
		await app.press(keys.enter, keys.enter);
		await app.waitFor(/^❯ ✔ {2}5 Register the app/m);
		assert.deepEqual([...ticks], ['branding']);
		await app.unmount();
	});

	test('begins no list of values that has no room, and says how it is done instead', async () => {
		const {app} = await atChecklist({}, undefined, {columns: 80, rows: 24});
		await app.press(keys.home);
		await app.press(keys.down.repeat(7));
		await app.waitFor(/^❯ ○ {2}8 Add the eleven scopes/m);
		assert.match(app.screen(), /11 lines: Enter copies them all\./);
		assert.match(app.screen(), /Press Add or remove scopes/);
		assert.doesNotMatch(app.screen(), /googleapis/);
		await app.unmount();
	});

	test('says a title whole that its row cuts', async () => {
		const {app} = await atChecklist({}, undefined, {columns: 40, rows: 12});
		await app.waitFor(/^❯ ○ {2}1 Read Google’s notice on .*…\n +Read Google’s notice on new/m);
		await app.unmount();
	});

	test('is not ticked by a Return that is still held down from the step before', async () => {
		const {app, ticks} = await atChecklist();
		await app.press(keys.enter, keys.enter, keys.enter);
		await app.waitFor('Space ticks this step');
		assert.deepEqual([...ticks], []);
		await app.press(keys.down, keys.enter);
		await app.waitFor(/^❯ ✔ {2}2 /m);
		await app.unmount();
	});

	test('opens the page of the step', async () => {
		const {app, opened} = await atChecklist();
		await pointAt(app, 'Add whoever will try it');
		await app.press(keys.ctrlO);
		await app.waitFor('Opened, if there is a browser here.');
		assert.deepEqual(opened, ['https://console.cloud.google.com/auth/audience']);
		await app.unmount();
	});

	test('takes the service account where it is made: the commands have it, and it is not asked for again', async () => {
		const {app, copied, ticks} = await atChecklist();
		await pointAt(app, 'Create a service account');
		await app.press(keys.enter);
		await app.waitFor(/^Service account email$/m);
		await app.press('reader@my-project.iam.gserviceaccount.com', keys.enter);
		await app.waitFor(/^❯ ✔ 11 Create a service account/m);
		assert.ok(ticks.has('service-account'), [...ticks].join());
		await pointAt(app, 'Grant it Google Health API Editor');
		await app.press(keys.enter);
		const [commands = ''] = copied;
		assert.match(commands, /add-iam-policy-binding my-project/);
		assert.ok(commands.includes(`serviceAccount:${principal}`));
		assert.doesNotMatch(commands, /PROJECT_ID|SERVICE_ACCOUNT_EMAIL|IAM_PRINCIPAL/);
		await app.press(keys.end, keys.enter);
		await app.waitFor(/^✔ Service account email +reader@my-project/m);
		await app.unmount();
	});

	test('an entry is left by Esc, and nothing is answered or ticked', async () => {
		const {app, ticks} = await atChecklist();
		await pointAt(app, 'Note the project number');
		await app.press(keys.enter);
		await app.waitFor(/^Project number$/m);
		await app.press(keys.escape);
		await app.waitFor(/^❯ ○ {2}4 Note the project number/m);
		assert.deepEqual([...ticks], []);
		await app.unmount();
	});

	test('says what is open where one goes on, and review keeps count', async () => {
		const {app} = await atChecklist();
		await app.press(' ', keys.end);
		await app.waitFor(/^❯ +Go on to the client ID +12 still open$/m);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Register with Google Health 1 of 13 steps done$/m);
		await app.unmount();
	});

	test('names the own address once it is given, and a tick for Junction’s does not count for it', async () => {
		const override = 'https://connect.example.com/google';
		const first = await atChecklist();
		await pointAt(first.app, 'Create an OAuth client');
		await first.app.press(' ');
		await first.app.waitFor(/^❯ ✔ {2}9 /m);
		await first.app.unmount();
		const {app, copied} = await atChecklist({'redirect-url-override': {kind: 'given', value: override}});
		await pointAt(app, 'Create an OAuth client');
		assert.match(app.screen(), /^❯ ○ {2}9 /m);
		await app.press(keys.enter);
		assert.deepEqual(copied, [override]);
		await app.unmount();
	});

	test('takes the own callback where production needs one, which is then the value to copy', async () => {
		const {app, copied, ticks} = await atChecklist({environment: 'production'});
		await pointAt(app, 'Create an OAuth client');
		await app.press(keys.enter);
		await app.waitFor('❯ Write a forwarder');
		await app.press(keys.down, keys.enter);
		await app.waitFor('empty for none');
		await typeInto(app, 'https://connect.example.com/google');
		await app.press(keys.enter);
		await app.waitFor('❯ Check it');
		await app.press(keys.down, keys.enter);
		await app.waitFor(/^❯ ○ +8 Create an OAuth client/m);
		await app.press(keys.enter);
		assert.deepEqual(copied, ['https://connect.example.com/google']);
		assert.deepEqual([...ticks], []);
		await app.unmount();
	});

	test('is written as a page, with what is done', async () => {
		const {app, pages} = await atChecklist();
		await app.press(' ', keys.end, keys.up);
		await app.waitFor(/^❯ +Write the steps/m);
		await app.press(keys.enter);
		await app.waitFor(/^✔ The steps are in/m);
		assert.match(pages[0]?.text ?? '', /- \[x\] \*\*1\. Read Google/);
		assert.match(pages[0]?.text ?? '', /- \[ \] \*\*2\. /);
		assert.match(pages[0]?.name ?? '', /^byoo-steps-google_health-ashbourne-sandbox-us\.md$/);
		await app.unmount();
	});

	test('says in it and on its page that the API named more than can be shown', async () => {
		const {app, pages} = await atChecklist({}, async () => success({steps, leftOut: 3}));
		assert.match(app.screen().replace(/\s+/g, ' '), /! Junction’s API named 3 more values that are not here/);
		await app.press(keys.end, keys.up, keys.enter);
		await app.waitFor(/^✔ The steps are in/m);
		assert.match(pages[0]?.text ?? '', /named 3 more values that are not here/);
		assert.doesNotMatch(pages[0]?.text ?? '', /The values are those/);
		await app.unmount();
	});

	test('is there without the API’s answer, which can be asked for again', async () => {
		let count = 0;
		const busy = {kind: 'retry', message: 'Too many requests.', advice: 'Try again.', status: 429} as const;
		const {app} = await atChecklist({}, async () =>
			count++ === 0 ? failure<{steps: typeof steps}>(busy) : success({steps}),
		);
		assert.match(app.screen(), /! Too many requests\. So values that Junction names are missing here\./);
		await app.press(keys.end, keys.up, keys.up);
		await app.waitFor(/^❯ +Ask Junction again/m);
		await app.press(keys.enter);
		await app.waitFor(() => !app.screen().includes('Too many requests'));
		await app.unmount();
	});
});

test('the project number is offered from the client ID', async () => {
	const app = mountApp({
		...answered.team,
		provider: {slug: 'google_health'},
		register: {steps: []},
		'client-id': {kind: 'given', value: '518204417733-k7m2p9x4q1.apps.googleusercontent.com'},
		'client-secret': {kind: 'empty'},
	});
	await app.waitFor(/^From the client ID: 518204417733, Enter keeps it/m);
	await app.press(keys.enter);
	await app.waitFor(/^✔ Project number +518204417733$/m);
	await app.unmount();
});
