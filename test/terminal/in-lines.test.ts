import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import {keys} from '../support/keys.ts';
import {listener} from '../support/lines.ts';
import {
	assertRestored,
	hashOf,
	place,
	startServer,
	startWizard,
	storedFor,
	straightToFields,
	writesTo,
} from '../support/wizard-terminal.ts';
import {organizationId, organizationKey, teamName, usual} from '../support/wizard-walk.ts';

const secret = 'c07acd5bd15dd1f9be';
const number = /Number: /;
const partOfName = /Number, or part of a name: /;

/** Starts the wizard in lines, with somebody who hears it. */
async function startLines(t: TestContext, more: Parameters<typeof startWizard>[1] = {}) {
	const started = await startWizard(t, {...more, args: ['--plain', ...(more.args ?? [])]});
	return {...started, ...listener(started.terminal)};
}

/** Every escape sequence that was written, but for the marks of pastes, which nobody sees or hears. */
const painted = (raw: string): readonly string[] =>
	(raw.match(moving) ?? []).filter(sequence => !harmless.includes(sequence));

const {escape: esc} = keys;
const moving = new RegExp(`${esc}[^${esc}]?[0-9;?]*[A-Za-z]?|[\b]|\\r(?!\\n)`, 'g');
const harmless = ['?2004h', '?2004l', '?25h'].map(mode => `${esc}[${mode}`);

suite('the wizard in lines', () => {
	test('walks from the first question to Saved, each line written once and nothing painted over', async t => {
		const {terminal, server, answer, paste} = await startLines(t);
		await answer(number, '1');
		await answer(/the Junction dashboard: /, organizationId);
		await paste(/Key, not shown: /, organizationKey);
		await answer(number, '1');
		await answer(number, '1');
		await answer(partOfName, 'ashbourne card');
		await answer(partOfName, '1');
		await answer(partOfName, 'oura');
		await answer(partOfName, '1');
		const steps = await answer(number, '1');
		assert.match(steps, /^1\. Have an Oura account/m);
		await answer(/Client ID: /, 'my-application');
		await paste(/Client secret, not shown: /, secret);
		await answer(/Redirect URL override: /, '');
		const review = await answer(number, '1');
		assert.match(review, /^1\. Submit: create it in SANDBOX$/m);
		assert.match(review, /^\d+\. Change Client secret: not shown$/m);
		const saved = await answer(number, '1');
		assert.match(saved, /^Credential created and read back\.$/m);
		assert.deepEqual(await terminal.exited, {exitCode: 0, signal: undefined});

		const [stored] = storedFor(server);
		assert.equal(stored?.values.client_id, 'my-application');
		assert.equal(stored?.clientSecretHash, hashOf(secret));
		assert.deepEqual(painted(terminal.raw()), []);
		for (const hidden of [secret, organizationKey, '••']) assert.ok(!terminal.raw().includes(hidden), hidden);
		for (const title of [
			'Organization',
			'Environment',
			'Client ID',
			'Client secret',
			'Redirect URL override',
		])
			assert.equal(terminal.raw().split(`\n${title}, step `).length, 2, title);
		assert.match(terminal.all(), /^Saved: Oura for Ashbourne Cardiology \(sandbox, us\), read back\./m);
		assertRestored(terminal);
	});

	test('is what a screen reader gets that Ink is told of, and what a terminal gets that cannot be drawn on', async t => {
		for (const env of [{INK_SCREEN_READER: 'true'}, {INK_SCREEN_READER: 'true', TERM: 'dumb'}]) {
			const {terminal} = await startWizard(t, {env});
			await listener(terminal).hear(number);
			assert.deepEqual(painted(terminal.raw()), []);
			await terminal.close();
		}
	});

	test('says each answer, and takes none that is not a number of its list', async t => {
		const {answer, hear, send} = await startLines(t, {
			args: ['--org', organizationId],
			env: {JUNCTION_MANAGEMENT_KEY: organizationKey},
		});
		for (const wrong of ['', '0', '3', 'production']) await answer(number, wrong);
		assert.match(await hear(number), /^Type a number from 1 to 2, then Enter\.$/m);
		send(`2${keys.enter}`);
		assert.match(await hear(number), /^Environment: production\.$/m);
	});

	test('searches a long list by what is typed, and says it in pieces by Enter alone', async t => {
		const {answer, hear} = await startLines(t, {
			args: ['--org', organizationId, '--env', 'sandbox', '--region', 'us'],
			env: {JUNCTION_MANAGEMENT_KEY: organizationKey},
		});
		assert.match(await answer(partOfName, ''), /^\d+ teams/m);
		assert.match(await answer(partOfName, ''), /^12\. [^\n]+\n\d+ more: /m);
		assert.match(await answer(partOfName, teamName), /^13\. /m);
		assert.match(await answer(partOfName, '1'), /^1 match:\n1\. Ashbourne Cardiology/m);
		assert.match(await hear(partOfName), /^Team: Ashbourne Cardiology/m);
	});

	test('says what is set already, whenever the server tells it', async t => {
		const server = await startServer(t, {latencyScale: 1});
		const {answer, hear} = await startLines(t, {
			server,
			args: ['--org', organizationId, ...place, '--team', server.teams[0]?.id ?? ''],
			env: {JUNCTION_MANAGEMENT_KEY: organizationKey},
		});
		await answer(partOfName, 'strava');
		assert.match(await hear(partOfName), /^1\. Strava, set 3 days ago/m);
	});

	test('goes back by Escape, and offers again what was entered', async t => {
		const {answer, hear, send} = await startLines(t, straightToFields('strava'));
		await answer(number, '1');
		await answer(/Client ID: /, '555');
		await hear(/Client secret, not shown: /);
		send(keys.escape);
		assert.match(await hear(/Client ID: /), /^From before: 555\. Enter alone keeps it\.$/m);
		send(keys.enter);
		assert.match(await hear(/Client secret, not shown: /), /^Client ID: 555\.$/m);
	});

	test('asks about a doubtful secret without saying any of it, and takes a document for none', async t => {
		const {terminal, answer, paste, hear} = await startLines(t, straightToFields());
		await answer(number, '1');
		await answer(/Client ID: /, usual.clientId);
		await paste(/Client secret, not shown: /, `"${secret}"`);
		const asked = await hear(number);
		assert.match(asked, /^\d\. Use it repaired \(18 characters\)$/m);
		await answer(number, '1');
		await paste(/Client secret, not shown: /, `CLIENT_ID=${usual.clientId}\nCLIENT_SECRET=${secret}\n`);
		assert.match(await hear(/Client secret, not shown: /), /more than this one value/);
		assert.ok(!terminal.raw().includes(secret));
	});

	test('does not repeat a secret that is pasted where none is asked for', async t => {
		const {terminal, paste, answer, hear} = await startLines(t, straightToFields('strava'));
		await answer(number, '1');
		const pasted = '0123456789abcdef0123456789abcdef01234567';
		await paste(/Client ID: /, pasted);
		await paste(number, pasted);
		await hear(number);
		assert.ok(!terminal.raw().includes('0123456789abcdef'));
	});

	test('does not repeat a secret that is pasted where a number is asked for', async t => {
		const {terminal, paste, answer, hear} = await startLines(t, straightToFields('strava'));
		await answer(number, '1');
		await answer(/Client ID: /, '555');
		await paste(/Client secret, not shown: /, 'short');
		await paste(number, '0123456789abcdef0123456789abcdef01234567');
		assert.match(await hear(number), /^Type a number from 1 to 2, then Enter\.$/m);
		assert.ok(!terminal.raw().includes('0123456789abcdef'));
	});

	test('answers a question mark with the help, where a value is asked for too', async t => {
		const {answer, hear} = await startLines(t, straightToFields('strava'));
		await answer(number, '1');
		await answer(/Client ID: /, '?');
		assert.match(await hear(/Client ID: /), /^Up to ten athletes need no review/m);
	});

	test('says once that a key was refused, not beside the next one', async t => {
		const {paste, hear} = await startLines(t, {args: ['--org', organizationId]});
		await paste(/Key, not shown: /, 'mg_unknown_to_this_server');
		assert.match(await paste(/Key, not shown: /, organizationKey), /^Problem: /m);
		assert.doesNotMatch(await hear(number), /Problem: /);
	});

	test('saves nothing in production before its team is typed', async t => {
		const {args, env} = straightToFields();
		const inProduction = args.map(word => (word === 'sandbox' ? 'production' : word));
		const {server, answer, paste, hear} = await startLines(t, {args: inProduction, env});
		await answer(number, '1');
		await answer(/Client ID: /, usual.clientId);
		await paste(/Client secret, not shown: /, secret);
		await answer(/Redirect URL override: /, '');
		await answer(number, '1');
		await answer(/Team: /, 'Night Runners');
		assert.match(await hear(number), /That is not the name of the team\. Nothing was sent\./);
		assert.equal(writesTo(server), 0);
		await answer(number, '1');
		await answer(/Team: /, teamName);
		assert.match(await hear(number), /^Credential created and read back\.$/m);
	});

	test('says why a save was refused, and asks that field again', async t => {
		const {answer, paste, hear} = await startLines(t, straightToFields());
		await answer(number, '1');
		await answer(/Client ID: /, 'demo-422');
		await paste(/Client secret, not shown: /, secret);
		await answer(/Redirect URL override: /, '');
		await answer(number, '1');
		assert.match(await hear(/: /), /^Problem: /m);
	});

	test('asks before it is left with what was entered, and leaves at the second Ctrl+C', async t => {
		const {terminal, answer, hear, send} = await startLines(t, straightToFields());
		await answer(number, '1');
		await hear(/Client ID: /);
		send(keys.ctrlC);
		assert.match(await hear(/Client ID: /), /^Leave\? What you entered is lost\. Control C again leaves\.$/m);
		send(keys.ctrlC);
		assert.deepEqual(await terminal.exited, {exitCode: 130, signal: undefined});
		assert.match(terminal.all(), /^Left\. Nothing was saved\.$/m);
		assertRestored(terminal);
	});

	test('begins the line anew after Ctrl+Z, Ctrl+U and what was said meanwhile, and rubs out by Backspace', async t => {
		const {hear, send, terminal, answer} = await startLines(t, straightToFields('strava'));
		await answer(number, '1');
		await hear(/Client ID: /);
		send(`12${keys.ctrlZ}`);
		await hear(/Going on\.\nClient ID: /);
		send('34');
		await hear(/34/);
		send(keys.ctrlU);
		await hear(/^\nClient ID: /);
		send(`56${keys.backspace}5`);
		await hear(/ [\b]5/);
		send(`5${keys.enter}`);
		assert.match(await hear(/Client secret, not shown: /), /^Client ID: 555\.$/m);
		assert.deepEqual(painted(terminal.raw()), ['\b', '\b']);
	});

	test('refuses what it has no way for, and says what does it', async t => {
		for (const flag of [['--present'], ['--from', 'client.json']]) {
			const {terminal} = await startWizard(t, {args: ['--plain', ...flag]});
			assert.deepEqual(await terminal.exited, {exitCode: 2, signal: undefined});
			assert.match(terminal.all(), /^In lines there is no --/m);
		}
	});
});
