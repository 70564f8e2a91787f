import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {StoredCredential} from '../../source/domain/credential.ts';
import type {SaveOutcome} from '../../source/domain/outcome.ts';
import {failure, type Problem, success} from '../../source/domain/problem.ts';
import type {Services} from '../../source/ui/services.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {answered, mountApp, typeInto} from '../support/conversation.tsx';
import type {Size} from '../support/emulator.ts';
import {byHand, fakeServices, now} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const stored: StoredCredential = {
	id: 'c-1',
	teamId: answered.team.team?.id ?? '',
	provider: 'oura',
	values: {client_id: 'the-earlier-one', details: null, redirect_url_override: null},
	clientSecretHash: 'hash-1',
	appUrl: null,
	createdAt: '2026-01-01T00:00:00Z',
	updatedAt: '2026-03-01T12:00:00Z',
};
const problem: Problem = {kind: 'retry', message: 'Too many requests.', advice: 'Try again.', status: 429};

/** The app at review, and a save that is launch by hand. */
function review(
	answers: Answers = answered.everything,
	world: Partial<Pick<Services, 'readBefore' | 'now'>> = {},
	size: Partial<Size> = {rows: 40},
) {
	const {ask, answer, asked} = byHand<SaveOutcome>();
	const told: Parameters<Services['save']>[] = [];
	const {services} = fakeServices({
		...world,
		save(...input) {
			told.push(input);
			return ask();
		},
	});
	return {app: mountApp(answers, services, size), settle: answer, saves: asked, told};
}

test('review says whether it creates, updates, or cannot tell', async () => {
	for (const [readBefore, submit, note] of [
		[
			async () => success(undefined),
			'❯ Submit — create it in SANDBOX',
			'✔ Creates: nothing is stored for this team and provider yet.',
		],
		[
			async () => success(stored),
			'❯ Submit — update what is stored in SANDBOX',
			'! Updates what was set 3 days ago: Client ID. The secret is replaced by',
		],
		[
			async () => failure({...problem, kind: 'unavailable'} as const),
			'❯ Submit — save it in SANDBOX',
			'! What is stored cannot be read here',
		],
	] as const) {
		const {app} = review(undefined, {readBefore});
		await app.waitFor(submit);
		assert.ok(app.screen().includes(note), app.screen());
		await app.unmount();
	}
});

test('nothing can be submitted as long as what is stored might be read at another try', async () => {
	const looks = [failure(problem), success(undefined)];
	const {app, saves} = review(undefined, {
		readBefore: async () => looks.shift() ?? assert.fail('one look too many'),
	});
	await app.waitFor('Too many requests.');
	assert.match(app.screen(), /❯ Look again/);
	assert.doesNotMatch(app.screen(), /Submit/);
	await app.press(keys.enter);
	await app.waitFor('❯ Submit — create it in SANDBOX');
	assert.equal(saves(), 0);
	await app.unmount();
});

test('every line is there, and the secret is masked', async () => {
	const {app} = review();
	await app.waitFor('Submit');
	for (const line of [/Client ID +an-application/, /Client secret +•{8}/, /override +none/]) {
		assert.match(app.screen(), line);
	}
	await app.press(keys.down.repeat(5), keys.enter);
	assert.match(app.screen(), /^❯ Organization +/m);
	assert.match(app.screen(), /Environment +sandbox/);
	assert.ok(!app.raw().includes('a-client-secret'));
	await app.unmount();
});

test('a line that is cut is shown whole while the pointer is on it', async () => {
	const long = `an-application-${'0123456789'.repeat(7)}-and-its-end`;
	const {app} = review({...answered.everything, 'client-id': {kind: 'given', value: long}});
	await app.waitFor('Submit');
	assert.ok(!app.screen().includes('-and-its-end'));
	await app.press(keys.down);
	await app.waitFor('-and-its-end');
	await app.press(keys.home);
	assert.ok(!app.screen().includes('-and-its-end'));
	await app.unmount();
});

test('notes that have no room above the list are rows of it, each whole while the pointer is on it', async () => {
	const {app} = review(
		answered.everything,
		{readBefore: async () => success(stored)},
		{columns: 40, rows: 12},
	);
	await app.waitFor(/^! \d things to know: press ↓\.$/m);
	await app.press(keys.down);
	await app.waitFor(/^❯ ! Another client ID is another/m);
	assert.match(
		app.screen().replaceAll('\n', ' '),
		/ Another client ID is another application: .* made again\./,
	);
	await app.press(keys.enter);
	assert.match(app.screen(), /^❯ ! Another/m);
	await app.unmount();
});

test('two Returns in one piece send once, and there is no way back while it is sent', async () => {
	const {app, settle, saves, told} = review();
	await app.waitFor('Submit');
	await app.press(keys.home + keys.enter + keys.enter);
	assert.match(app.screen(), /Checking what is stored…/);
	await app.press(keys.escape);
	assert.match(app.screen(), /Checking what is stored…/);
	assert.equal(saves(), 1);
	told[0]?.[3].onProgress({kind: 'waiting', seconds: 2, because: 'the server is overloaded'});
	await app.waitFor('The server is overloaded. Next try in 2 s…');
	settle({kind: 'confirmed', action: 'created', by: 'read-back', stored});
	await app.waitFor('✔ Credential created and read back.');
	await app.unmount();
});

const notMeant = {
	'a Return that only came along, doubled or held down, sends nothing': {
		after: 300,
		presses: [keys.enter, keys.enter, keys.enter],
	},
	'Returns that were held down while the computer was busy send nothing, however late they come': {
		after: 5000,
		presses: [keys.enter.repeat(12)],
	},
};
for (const [name, {after, presses}] of Object.entries(notMeant)) {
	test(`${name}; a moment later one does`, async () => {
		let time = now.getTime();
		const {app, saves} = review(answered.everything, {now: () => new Date(time)});
		await app.waitFor('Submit');
		for (const press of presses) {
			time += after;
			await app.press(press);
			await app.waitFor('That Enter came very soon, so nothing was sent.');
		}
		assert.equal(saves(), 0);
		time += 700;
		await app.press(keys.enter);
		await app.waitFor('Checking what is stored…');
		assert.equal(saves(), 1);
		await app.unmount();
	});
}

test('after a save that failed, a Return still held down does not send it again', async () => {
	const {app, settle, saves} = review();
	await app.waitFor('Submit');
	await app.press(keys.home, keys.enter);
	settle({kind: 'failed', problem});
	await app.waitFor('Too many requests.');
	await app.press(keys.enter);
	assert.equal(saves(), 1);
	await app.unmount();
});

test('after a look at the command, Saved has its pointer where it was, and a help of its own', async () => {
	const {app, settle} = review();
	await app.waitFor('Submit');
	await app.press(keys.home, keys.enter);
	settle({kind: 'confirmed', action: 'created', by: 'read-back', stored});
	await app.waitFor('❯ Done');
	await app.press(keys.end, keys.enter);
	await app.waitFor(/^Show as command$/m);
	await app.press(keys.escape);
	await app.waitFor('❯ Show as command');
	await app.press(keys.ctrlG);
	await app.waitFor('Help: Saved');
	await app.unmount();
});

test('an override is changed from what was typed, not from nothing', async () => {
	const {'redirect-url-override': _, ...answers} = answered.everything;
	const {app} = review(answers);
	await app.waitFor(/^Redirect URL override$/m);
	await typeInto(app, 'https://connect.example.com/callbak');
	await app.press(keys.enter);
	await app.waitFor('❯ Check it');
	await app.press(keys.down, keys.down, keys.enter);
	await app.waitFor('❯ https://connect.example.com/callbak');
	await app.unmount();
});

test('a failed save says why and can be sent again', async () => {
	const {app, settle, saves} = review();
	await app.waitFor('Submit');
	await app.press(keys.home, keys.enter);
	settle({kind: 'failed', problem});
	await app.waitFor(/✖ Too many requests\.\nTry again\.\nHTTP 429/);
	await app.press(keys.home, keys.enter);
	assert.equal(saves(), 2);
	await app.unmount();
});

test('what was changed meanwhile is shown before anything is sent', async () => {
	const {app, settle} = review();
	await app.waitFor('Submit');
	await app.press(keys.home, keys.enter);
	settle({kind: 'changed', before: success(stored)});
	await app.waitFor('❯ Submit — update what is stored in SANDBOX');
	assert.match(app.screen(), /! Someone else changed what is stored meanwhile\. Nothing was sent\./);
	await app.unmount();
});

test('what arrived differently is never called failed', async () => {
	const {app, settle} = review();
	await app.waitFor('Submit');
	await app.press(keys.home, keys.enter);
	const uncertain: Problem = {kind: 'uncertain', message: 'It may have arrived.', advice: 'Look again.'};
	settle({kind: 'uncertain', problem: uncertain, differences: ['redirect URL override']});
	await app.waitFor('! It may have arrived.');
	assert.match(app.screen(), /! Stored otherwise than sent: redirect URL override\./);
	assert.doesNotMatch(app.screen(), /✖/);
	await app.unmount();
});

test('an edit that is given up leaves the pointer on its line, and not on Submit', async () => {
	const {app, saves} = review(answered.everything);
	await app.waitFor('❯ Submit');
	await app.press(keys.home, keys.down);
	const [line = ''] = /^❯ .+$/m.exec(app.screen()) ?? [];
	await app.press(keys.enter, keys.escape);
	await app.waitFor(line);
	await app.press(keys.enter, keys.escape);
	await app.waitFor(line);
	assert.equal(saves(), 0);
	await app.unmount();
});

test('in presenter mode the team’s name is drawn as it is typed, and nothing else', async () => {
	const {app} = review({...answered.everything, environment: 'production'});
	await app.waitFor('❯ Submit — create it in PRODUCTION');
	await app.press(keys.ctrlT, keys.home, keys.enter);
	await typeInto(app, 'Ashb');
	assert.match(app.screen(), /^❯ Ashb$/m);
	await app.press('x');
	assert.match(app.screen(), /^❯ ••••••$/m);
	await app.unmount();
});

test('production asks for the team’s name, and Esc gives up asking', async () => {
	const {app, saves} = review({...answered.everything, environment: 'production'});
	await app.waitFor('❯ Submit — create it in PRODUCTION');
	await app.press(keys.home, keys.enter);
	assert.match(app.screen(), /This is production\. Type the name of the team to save: Ashbourne/);
	await app.press(keys.enter, 'ash', keys.enter);
	assert.match(app.screen(), /✖ That is not the name of the team\./);
	await app.press(keys.escape);
	assert.match(app.screen(), /❯ Submit/);
	assert.equal(saves(), 0);
	await app.press(keys.home, keys.enter);
	await typeInto(app, 'ASHBOURNE ');
	await app.press(keys.home, keys.enter);
	await app.waitFor('Checking what is stored…');
	assert.equal(saves(), 1);
	await app.unmount();
});
