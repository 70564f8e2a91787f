import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keys} from '../support/keys.ts';
import {place, startServer, startWizard} from '../support/wizard-terminal.ts';
import {organizationId, organizationKey, teamName} from '../support/wizard-walk.ts';

test('the first page of teams is shown, searched and chosen from before the second was answered', async t => {
	let open = () => {};
	const isOpen = new Promise<void>(resolve => {
		open = resolve;
	});
	// Every later page waits until it is let through.
	const server = await startServer(t, {
		latencyScale: 1,
		wait: async () => {
			if (server.requests().at(-1)?.path.includes('next_cursor=')) await isOpen;
		},
	});
	const {terminal} = await startWizard(t, {
		server,
		args: ['--org', organizationId, ...place],
		env: {JUNCTION_MANAGEMENT_KEY: organizationKey},
	});
	const laterPages = () => server.requests().filter(({path}) => path.includes('next_cursor=')).length;
	await terminal.waitFor(/ \d+ so far\n/);
	await terminal.type(teamName.slice(0, 6));
	await terminal.waitFor(new RegExp(`1 of \\d+ so far\\n❯ ${teamName}`));
	await terminal.waitFor(() => laterPages() === 1);
	terminal.write(keys.ctrlU);
	open();
	await terminal.waitFor(/ \d+ teams\n/);
	assert.ok(laterPages() > 5);
	assert.match(terminal.screen(), new RegExp(`^❯ ${teamName}`, 'm'));
	terminal.write(keys.enter);
	await terminal.waitFor(/^Provider$/m);
});
