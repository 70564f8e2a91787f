import {join} from 'node:path';
import {test} from 'node:test';
import {oddFiles} from '../support/odd-files.ts';
import {settingsFolder, startWizard} from '../support/wizard-terminal.ts';

test('the first screen waits for nothing that stands among the settings', async t => {
	const folder = settingsFolder();
	for (const [index, make] of Object.values(oddFiles).entries()) {
		await make(join(folder, `${String(index).repeat(32)}.json`), t);
	}
	const {terminal} = await startWizard(t, {folder});
	await terminal.waitFor('❯ Add an organization');
	await terminal.waitFor(/! The settings file 0{32}\.json is a pipe, not a\n/);
});
