import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {keys} from '../support/keys.ts';
import {launch} from '../support/terminal.ts';
import {place, settingsFolder, startServer, startWizard} from '../support/wizard-terminal.ts';
import {organizationId, organizationKey, teamName} from '../support/wizard-walk.ts';

const env = {JUNCTION_MANAGEMENT_KEY: organizationKey};

/** An API of which every page but the first waits until it is let through. */
async function gatedServer(t: TestContext) {
	let open = () => {};
	const isOpen = new Promise<void>(resolve => {
		open = resolve;
	});
	const isLater = ({path}: {readonly path: string}) => path.includes('next_cursor=');
	const server = await startServer(t, {
		latencyScale: 1,
		wait: async () => {
			if (server.requests().slice(-1).some(isLater)) await isOpen;
		},
	});
	return {server, open, laterPages: () => server.requests().filter(isLater).length};
}

test('the first page of teams is shown, searched and pointed at before the second was answered', async t => {
	const {server, open, laterPages} = await gatedServer(t);
	const {terminal} = await startWizard(t, {server, env, args: ['--org', organizationId, ...place]});
	await terminal.waitFor(/ \d+ so far\n/);
	await terminal.type(teamName.slice(0, 6));
	await terminal.waitFor(new RegExp(`1 of \\d+ so far\\n❯ ${teamName}`));
	await terminal.waitFor(() => laterPages() === 1);
	terminal.write(keys.ctrlU);
	await terminal.waitFor(/ \d+ so far\n/);
	open();
	await terminal.waitFor(/ \d+ teams\n/);
	assert.ok(laterPages() > 5);
	assert.match(terminal.screen(), new RegExp(`^❯ ${teamName}`, 'm'));
	terminal.write(keys.enter);
	await terminal.waitFor(/^Provider$/m);
});

test('a command on a terminal says how far its list is, and leaves nothing of that', async t => {
	const {server, open} = await gatedServer(t);
	const terminal = launch({
		args: ['dist/cli.js', 'teams', '--api-url', server.url, '--org', organizationId],
		env: {BYOO_CONFIG_DIR: settingsFolder(), ...env},
		rows: 60,
	});
	t.after(() => terminal.close());
	await terminal.waitFor(/^25 teams so far…$/m);
	open();
	assert.equal((await terminal.exited).exitCode, 0);
	assert.doesNotMatch(terminal.all(), /so far/);
});
