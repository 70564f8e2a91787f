import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keys} from '../support/keys.ts';
import {hashOf, startWizard, storedFor, straightToFields} from '../support/wizard-terminal.ts';
import {at, walkTo} from '../support/wizard-walk.ts';

test('Google’s client file pasted at the client ID is saved as what it holds', async t => {
	const id = '123456789012-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com';
	const secret = 'GOCSPX-canary0123456789abcdefghijkl';
	const {terminal, server} = await startWizard(t, straightToFields('google_health'));
	await walkTo(terminal, 'Client ID');
	terminal.paste(JSON.stringify({web: {client_id: id, client_secret: secret}}, undefined, 2));
	await terminal.waitFor(/^❯ Use all 3$/m);
	terminal.write(keys.enter);
	await terminal.waitFor(/^✔ Project number +123456789012$/m);
	await terminal.waitFor(/^Service account email$/m);
	terminal.write(`byoo@example-project.iam.gserviceaccount.com${keys.enter}`);
	await at(terminal, 'Redirect URL override');
	await walkTo(terminal, 'Saved');
	const [row] = storedFor(server, 'google_health');
	assert.equal(row?.clientSecretHash, hashOf(secret));
	assert.ok(JSON.stringify(row).includes(id));
	assert.ok(!terminal.raw().includes('canary'));
});

test('a block of a settings file pasted at the client secret is saved as what it holds', async t => {
	const secret = '0123456789abcdef0123456789abcdef01234567';
	const {terminal, server} = await startWizard(t, straightToFields('strava'));
	await walkTo(terminal, 'Client secret');
	terminal.paste(`export STRAVA_CLIENT_ID=12345\nexport STRAVA_CLIENT_SECRET="${secret}"\n`);
	await terminal.waitFor(/^❯ •{8} {2}\d+ characters$/m);
	terminal.write(keys.enter);
	await terminal.waitFor(/^❯ Use both$/m);
	terminal.write(keys.enter);
	await at(terminal, 'Redirect URL override');
	await walkTo(terminal, 'Saved');
	const [row] = storedFor(server, 'strava');
	assert.equal(row?.clientSecretHash, hashOf(secret));
	assert.ok(JSON.stringify(row).includes('"12345"'));
	assert.ok(!terminal.raw().includes(secret));
});
