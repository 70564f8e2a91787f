import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keys} from '../support/keys.ts';
import {startServer, startWizard, storedFor} from '../support/wizard-terminal.ts';
import {answerStep, at, editLine, organizationId, organizationKey, walkTo} from '../support/wizard-walk.ts';

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const anyEmail = /[\w.+-]+@[\w-]+\.[\w.-]+/;

test('a whole session in presenter mode can be recorded: no identifier, key or secret is ever drawn', async t => {
	const server = await startServer(t);
	const {terminal} = await startWizard(t, {server, args: ['--present'], rows: 30});
	const clientId = 'presented-client-104';
	const secret = 'presented-secret-7f3a91cc';
	const project = '998877665544';
	await walkTo(terminal, 'Client ID', {provider: 'google_health', key: organizationKey});
	await answerStep(terminal, {clientId});
	await at(terminal, 'Client secret');
	await answerStep(terminal, {secret});
	await terminal.waitFor(/^Project number$/m);
	terminal.write(project + keys.enter);
	await terminal.waitFor(/^Service account email$/m);
	terminal.write(`someone@project.iam.gserviceaccount.com${keys.enter}`);
	await walkTo(terminal, 'Review');

	terminal.write(keys.end);
	await terminal.waitFor(/^❯ Show as command$/m);
	terminal.write(keys.enter);
	await terminal.waitFor(/^Show as command$/m);
	terminal.write(keys.escape);
	await at(terminal, 'Review');
	terminal.write(keys.end + keys.up + keys.enter);
	await terminal.waitFor(/^Show as curl$/m);
	terminal.write(keys.escape);
	await at(terminal, 'Review');

	await editLine(terminal, 'Client ID');
	await answerStep(terminal, {clientId: 'demo-422'});
	await at(terminal, 'Review');
	terminal.write(keys.home + keys.enter);
	await terminal.waitFor('does not belong to an application');
	await answerStep(terminal, {clientId});
	await at(terminal, 'Review');
	await answerStep(terminal);
	await at(terminal, 'Saved');
	await answerStep(terminal);
	await terminal.exited;

	const [stored] = storedFor(server, 'google_health');
	assert.equal(stored?.values.client_id, clientId);
	const recording = terminal.raw();
	const hidden = [
		organizationId,
		organizationKey,
		clientId,
		secret,
		project,
		stored.id,
		stored.clientSecretHash ?? '',
	];
	for (const [index, text] of hidden.entries())
		assert.ok(!recording.includes(text), `text ${index} was drawn`);
	assert.doesNotMatch(recording, anyId);
	// What is to be registered is public, and has to be read.
	assert.doesNotMatch(recording.replaceAll(/demo-us@byoo-demo\.iam\S*/g, ''), anyEmail);
});

test('Ctrl+T hides what is on the screen and shows it again', async t => {
	const {terminal} = await startWizard(t);
	await walkTo(terminal, 'Team');
	terminal.write(keys.down);
	await terminal.waitFor(anyId);
	const [id = ''] = anyId.exec(terminal.screen()) ?? [];
	terminal.write(keys.ctrlT);
	await terminal.waitFor('presenting');
	await terminal.waitFor(() => !anyId.test(terminal.screen()));
	assert.ok(!terminal.screen().includes(id.slice(0, 8)));
	terminal.write(keys.ctrlT);
	await terminal.waitFor('What is hidden will be seen. Ctrl+T again ends it.');
	assert.doesNotMatch(terminal.screen(), anyId);
	terminal.write(keys.ctrlT);
	await terminal.waitFor(anyId);
});

test('in presenter mode a secret cannot be revealed', async t => {
	const {terminal} = await startWizard(t, {args: ['--present']});
	await walkTo(terminal, 'Organization key');
	terminal.paste('mg_presented_key');
	await terminal.waitFor('16 characters');
	terminal.write(keys.ctrlR + keys.ctrlT + keys.ctrlT);
	await terminal.waitFor(() => !terminal.screen().includes('presenting'));
	assert.ok(!terminal.raw().includes('mg_presented_key'));
});
