import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keys} from '../support/keys.ts';
import {
	hashOf,
	startServer,
	startWizard,
	storedFor,
	straightToFields,
	writesTo,
} from '../support/wizard-terminal.ts';
import {answerStep, at, pasteSecret, usual, walkTo} from '../support/wizard-walk.ts';

test('a wrong key is said in its place, and corrected without answering anything else again', async t => {
	const {terminal} = await startWizard(t);
	await walkTo(terminal, 'Organization key');
	await answerStep(terminal, {key: 'mg_demo_401'});
	await terminal.waitFor('✖');
	assert.match(terminal.screen(), /^Organization key\n[^✖]+\n✖ The Junction API did not accept/m);
	assert.doesNotMatch(terminal.screen(), /mg_demo_401/);
	await pasteSecret(terminal, usual.key);
	terminal.write(keys.enter);
	await at(terminal, 'Environment');
	assert.deepEqual(await walkTo(terminal, 'Provider'), ['Environment', 'Region', 'Team']);
});

test('a refused client ID is asked again with the server’s words, and the rest is kept', async t => {
	const {terminal, server} = await startWizard(t, straightToFields());
	await walkTo(terminal, 'Review', {clientId: 'demo-422'});
	await answerStep(terminal);
	await at(terminal, 'Client ID');
	assert.match(terminal.screen(), /✖ .*client_id does not belong to an application of this provider/);
	assert.match(terminal.screen(), /^❯ demo-422$/m);
	await answerStep(terminal, {clientId: 'corrected'});
	await at(terminal, 'Review');
	await answerStep(terminal);
	await at(terminal, 'Saved');
	const [stored] = storedFor(server);
	assert.deepEqual([stored?.values.client_id, stored?.clientSecretHash], ['corrected', hashOf(usual.secret)]);
});

test('a save whose connection broke is sent again from review, and stored once', async t => {
	const {terminal, server} = await startWizard(t, straightToFields());
	await walkTo(terminal, 'Review', {clientId: 'demo-drop'});
	await answerStep(terminal);
	await terminal.waitFor('❯ Submit again', {seconds: 20});
	assert.equal(storedFor(server).length, 0);
	await answerStep(terminal);
	await at(terminal, 'Saved');
	assert.equal(writesTo(server), 2);
	assert.equal(storedFor(server).length, 1);
});

test('an overloaded server is waited for, visibly, and then the credential is saved', async t => {
	for (const [clientId, words] of [
		['demo-429', /The server asks for fewer requests\. Next try in 2 s…/],
		['demo-503', /The server is overloaded\. Next try in 1 s…/],
	] as const) {
		const {terminal, server} = await startWizard(t, straightToFields());
		await walkTo(terminal, 'Review', {clientId});
		await answerStep(terminal);
		await terminal.waitFor(words);
		await at(terminal, 'Saved');
		assert.equal(writesTo(server), 2);
		assert.equal(storedFor(server)[0]?.values.client_id, clientId);
	}
});

test('a key that is refused at the save leads to its step, and the save goes on from there', async t => {
	const {terminal, server} = await startWizard(t);
	await walkTo(terminal, 'Review', {clientId: 'demo-401'});
	await answerStep(terminal);
	await at(terminal, 'Organization key');
	assert.match(terminal.screen(), /✖ /);
	await pasteSecret(terminal, usual.key);
	terminal.write(keys.enter);
	await at(terminal, 'Review');
	await answerStep(terminal);
	await at(terminal, 'Saved');
	assert.equal(storedFor(server)[0]?.clientSecretHash, hashOf(usual.secret));
});

test('teams that cannot be listed are no obstacle: the ID by hand does as well', async t => {
	const server = await startServer(t, {teams: 'missing', organization: 'missing', reads: 'missing'});
	const {terminal} = await startWizard(t, {server});
	await walkTo(terminal, 'Region');
	await answerStep(terminal);
	await terminal.waitFor('❯ Enter the team’s ID');
	terminal.write(keys.enter);
	await terminal.waitFor('The team’s ID, from the Junction dashboard.');
	terminal.write(`${server.teams[0]?.id}${keys.enter}`);
	await at(terminal, 'Provider');
	await walkTo(terminal, 'Review');
	assert.match(terminal.screen(), /What is stored cannot be read here/);
	await answerStep(terminal);
	await at(terminal, 'Saved');
	assert.match(terminal.screen(), /Credential saved\. The API’s answer confirms it/);
});

test('what is stored already is said before it is replaced', async t => {
	const {terminal, server} = await startWizard(t, straightToFields('strava'));
	await walkTo(terminal, 'Review', {clientId: '104873', secret: '0123456789'.repeat(4)});
	assert.match(terminal.screen(), /❯ Submit — update what is stored in SANDBOX/);
	assert.match(terminal.screen(), /Updates what was set 3 days ago: Client ID\. The secret is replaced by/);
	await answerStep(terminal);
	await at(terminal, 'Saved');
	assert.match(terminal.screen(), /Credential updated and read back\./);
	assert.equal(storedFor(server, 'strava')[0]?.values.client_id, '104873');
});

test('the management key of a team goes on by the team’s ID, and saves for it', async t => {
	const {terminal, server} = await startWizard(t);
	await walkTo(terminal, 'Organization key');
	await answerStep(terminal, {key: 'mg_demo_team'});
	await at(terminal, 'Environment');
	assert.match(terminal.screen(), /probably a team’s/);
	await walkTo(terminal, 'Region');
	await answerStep(terminal);
	await terminal.waitFor('This key may not list the teams');
	terminal.write(`${server.teams[10]?.id}${keys.enter}`);
	await terminal.waitFor('✖ This key does not belong to this team (403).');
	terminal.write(`${keys.ctrlU}${server.teams[0]?.id}${keys.enter}`);
	await at(terminal, 'Provider');
	await walkTo(terminal, 'Review');
	await answerStep(terminal);
	await at(terminal, 'Saved');
	assert.deepEqual(
		storedFor(server).map(({teamId}) => teamId),
		[server.teams[0]?.id],
	);
});
