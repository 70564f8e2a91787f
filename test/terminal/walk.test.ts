import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keys} from '../support/keys.ts';
import {
	assertRestored,
	hashOf,
	startDemoWizard,
	startWizard,
	storedFor,
	straightToFields,
	writesTo,
} from '../support/wizard-terminal.ts';
import {answerStep, at, editLine, usual, walkTo} from '../support/wizard-walk.ts';

const everyStep = [
	'Organization',
	'Organization key',
	'Environment',
	'Region',
	'Team',
	'Provider',
	'Register',
	'Client ID',
	'Client secret',
	'Redirect URL override',
	'Review',
];

test('a whole walk stores exactly what was entered', async t => {
	const {terminal, server} = await startWizard(t);
	const walked = await walkTo(terminal, 'Saved', {
		clientId: 'my-application',
		secret: 'c07acd5bd15dd1f9be',
		override: 'https://connect.example.com/callback',
	});
	assert.deepEqual(walked, everyStep);
	assert.match(terminal.screen(), /Credential created and read back\./);
	const [stored, ...others] = storedFor(server);
	assert.equal(others.length, 0);
	assert.equal(stored?.values.client_id, 'my-application');
	assert.equal(stored?.clientSecretHash, hashOf('c07acd5bd15dd1f9be'));
	assert.equal(stored?.values.redirect_url_override, 'https://connect.example.com/callback');
	assert.match(terminal.screen(), new RegExp(`Credential +${stored.id}`));

	await answerStep(terminal);
	assert.deepEqual(await terminal.exited, {exitCode: 0, signal: undefined});
	assert.match(terminal.all(), /^Saved: Oura for Ashbourne Cardiology \(sandbox, us\), read back\./m);
	assertRestored(terminal);
});

test('the demo needs no key of one’s own, and is never remembered', async t => {
	const terminal = startDemoWizard(t, {columns: 100, rows: 40});
	await walkTo(terminal, 'Organization key');
	assert.match(terminal.screen(), /The demo’s key is mg_demo_quillfeather — Enter uses it\./);
	terminal.write(keys.enter);
	await at(terminal, 'Environment');
	await walkTo(terminal, 'Saved', {provider: 'polar'});
	assert.match(terminal.screen(), /Credential created and read back\./);
	assert.match(terminal.screen(), /Details +webhook_secret/);
	await answerStep(terminal);
	assert.equal((await terminal.exited).exitCode, 0);
});

test('Back goes to every step, and Enter again gives the same', async t => {
	const {terminal, server} = await startWizard(t);
	const walked = await walkTo(terminal, 'Review');
	const review = terminal.screen();
	for (const title of walked.toReversed()) {
		terminal.write(keys.shiftTab);
		await at(terminal, title);
	}
	for (const title of [...walked.slice(1), 'Review']) {
		terminal.write(keys.enter);
		await at(terminal, title);
	}
	assert.equal(terminal.screen(), review);
	await walkTo(terminal, 'Saved');
	assert.equal(storedFor(server)[0]?.clientSecretHash, hashOf(usual.secret));
});

test('Esc goes back as Shift+Tab does, also out of a field that is not valid', async t => {
	const {terminal} = await startWizard(t, straightToFields());
	await walkTo(terminal, 'Client secret');
	terminal.write(keys.escape);
	await at(terminal, 'Client ID');
	assert.match(terminal.screen(), new RegExp(`^❯ ${usual.clientId}$`, 'm'));
});

test('a line of review is changed, and review comes back with all the rest', async t => {
	const {terminal} = await startWizard(t);
	await walkTo(terminal, 'Review');
	const review = terminal.screen();
	for (const title of everyStep.slice(0, -1)) {
		if (title === 'Organization') continue; // unsettles its key and team, which are asked again
		await editLine(terminal, title);
		terminal.write(keys.enter);
		await at(terminal, 'Review');
		assert.equal(terminal.screen(), review, title);
	}
});

test('flags answer their steps in advance, and Back never reopens those', async t => {
	const {args, env} = straightToFields();
	const {terminal} = await startWizard(t, {
		args: [...args, '--client-id', 'by-flag', '--redirect-url-override', 'https://by.example/flag'],
		env,
	});
	await at(terminal, 'Register');
	assert.match(
		terminal.screen(),
		/^Quillfeather Health › {2}SANDBOX {2}› us › Ashbourne Cardiology › Oura$/m,
	);
	assert.doesNotMatch(terminal.screen(), /Esc back/);
	terminal.write(keys.shiftTab);
	assert.deepEqual(await walkTo(terminal, 'Review'), ['Register', 'Client secret']);
	assert.match(terminal.screen(), /by-flag/);
	assert.match(terminal.screen(), /https:\/\/by\.example\/flag/);
});

test('production is written to only after its team was named', async t => {
	const {terminal, server} = await startWizard(t);
	await walkTo(terminal, 'Review', {environment: 'production'});
	assert.match(terminal.screen(), /PRODUCTION/);
	terminal.write(keys.home + keys.enter);
	await terminal.waitFor('Type the name of the team to save: Ashbourne Cardiology');
	terminal.write(`Ashbourne${keys.enter}`);
	await terminal.waitFor('That is not the name of the team.');
	assert.equal(writesTo(server), 0);
	terminal.write(`${keys.ctrlU}  ashbourne CARDIOLOGY ${keys.enter}`);
	await at(terminal, 'Saved');
	assert.match(terminal.screen(), /Credential created and read back/);
});
