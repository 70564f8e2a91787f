import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {inspect} from 'node:util';
import {provocations} from '../../source/demo/provocations.ts';
import type {Credential} from '../../source/domain/credential.ts';
import {Secret} from '../../source/domain/secret.ts';
import {connect} from '../../source/management-api/client.ts';
import {assertAbsent} from '../support/canaries.ts';
import {
	hashOf,
	settingsIn,
	startServer,
	startWizard,
	storedFor,
	writesTo,
} from '../support/wizard-terminal.ts';
import {answerStep, at, editLine, organizationId, stepOn, walkTo} from '../support/wizard-walk.ts';

// The first two hold signs that JSON and URLs write differently, so that every form of them is looked for.
const secret = 'wq7 canary-secret "é/+%&\\ 7f3a';
const detail = 'wq7 canary-detail "é/+%&\\ 91cc';
const wrongKey = 'mg_demo_401';

test('a session full of errors shows, writes and passes on no secret', async t => {
	const server = await startServer(t);
	const key = server.organizations[0]?.key ?? '';
	const canaries = [secret, detail, key, wrongKey];
	const {terminal, folder} = await startWizard(t, {
		server,
		env: {JUNCTION_MANAGEMENT_KEY: wrongKey, DEBUG: '*', NODE_DEBUG: ''},
	});
	const commandLine = readFileSync(`/proc/${terminal.pid}/cmdline`, 'utf8');

	await walkTo(terminal, 'Organization key');
	await answerStep(terminal, {key});
	await at(terminal, 'Environment');
	await walkTo(terminal, 'Review', {provider: 'polar', secret, webhookSecret: detail, clientId: 'demo-302'});
	for (const [clientId, next] of [
		['demo-302', 'Review'],
		['demo-422', 'Client ID'],
		['demo-differs', 'Review'],
		['demo-500-stored', 'Saved'],
	] as const) {
		if (stepOn(terminal.screen()) === 'Review' && !terminal.screen().includes(clientId))
			await editLine(terminal, 'Client ID');
		if (stepOn(terminal.screen()) === 'Client ID') {
			await answerStep(terminal, {clientId});
			await at(terminal, 'Review');
		}
		const before = writesTo(server);
		await answerStep(terminal);
		// Until its outcome is drawn, the screen may still be the one that it was submitted from.
		const isDrawn = () => next !== 'Review' || terminal.screen().includes('Submit again');
		await terminal.waitFor(
			() => writesTo(server) > before && stepOn(terminal.screen()) === next && isDrawn(),
		);
		assertAbsent(`the screen after ${clientId}`, terminal.all(), canaries);
	}
	assert.equal(storedFor(server, 'polar')[0]?.clientSecretHash, hashOf(secret));
	await answerStep(terminal);
	assert.equal((await terminal.exited).exitCode, 0);

	assertAbsent('a frame or stderr, which is on the terminal too', terminal.raw(), canaries);
	assertAbsent('the screen or what left it', terminal.all(), canaries);
	assert.match(settingsIn(folder), /Quillfeather/);
	assertAbsent('the settings', settingsIn(folder), canaries);
	assertAbsent('the command line', commandLine, canaries);
});

const newTeamId = '0b6e8a1e-2222-4a4a-8a8a-0000000000f1';

/** What goes wrong with these comes after a good answer to the save. */
const isAnswered = [
	'mg_demo_saves_only',
	'demo-differs',
	'demo-undeletable',
	'demo-unlisted',
	'demo-delete-timeout',
	'demo-delete-drop',
];

for (const {input, where, what} of provocations) {
	test(`no problem holds a secret: ${what}`, async t => {
		const server = await startServer(t);
		const key = where === 'key' ? input : (server.organizations[0]?.key ?? '');
		const api = connect(
			{generation: 'junction', url: server.url, organizationId, key: new Secret(key)},
			{userAgent: 'test', timeoutSeconds: 1, wait: async () => undefined},
		);
		const credential: Credential = {
			teamId: server.teams[1]?.id ?? '',
			provider: 'polar',
			values: {
				client_id: where === 'client-id' ? input : 'an-application',
				client_secret: new Secret(secret),
				details: {webhook_secret: new Secret(detail)},
				redirect_url_override: 'http://refused.example',
			},
		};
		const {signal} = new AbortController();
		const team = {id: newTeamId, name: input, region: 'us'} as const;
		const result =
			where === 'team-name'
				? await api.createTeam(team, {signal})
				: await api.upsert({environment: 'sandbox', region: 'us'}, credential, {signal});
		assert.equal(result.ok, isAnswered.includes(input));
		assertAbsent('the result', inspect(result, {depth: 9}) + JSON.stringify(result), [secret, detail, key]);
	});
}
