import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {keys} from '../support/keys.ts';
import {startDemoWizard} from '../support/wizard-terminal.ts';

/** A paste counts as one key. */
type Press = string | {readonly paste: string};
/** What has to be on the screen, and what is pressed then, one key each. */
type Scene = readonly [until: RegExp, ...presses: readonly Press[]];

const {enter, down, end, home} = keys;

const where: readonly Scene[] = [
	[/^❯ Quillfeather Health/m, enter],
	[/^❯ Enter uses the demo’s key/m, enter],
	[/^ {2}sandbox /m, down],
	[/^❯ sandbox /m, enter],
	[/^ {2}us /m, down],
	[/^❯ us /m, enter],
	[/of \d+ teams|\d+ teams/, 'a', 's', 'h'],
	[/^❯ Ashbourne Cardiology/m, enter],
];

const strava: readonly Scene[] = [
	...where,
	[/Popular/, 's', 't', 'r'],
	[/^❯ Strava/m, enter],
	[/^❯ ○ +1 /m, end, enter],
	[/^Client ID\n(.*\n)*❯ 104872/m, {paste: '104873'}],
	[/^❯ 104873/m, enter],
	[/^Client secret\n(.*\n)*❯/m, {paste: '0123456789abcdef0123456789abcdef01234567'}],
	[/^❯ •+ {2}40 /m, enter],
	[/^Redirect URL override\n(.*\n)*❯/m, enter],
	// Another key says that this Return is meant, as a person's look of a second does.
	[/^❯ Submit/m, home, enter],
];

const googleHealth: readonly Scene[] = [
	...where,
	[/Popular/, 'g', 'o', 'o'],
	[/^❯ Google Health/m, enter],
	[/^❯ ○ +1 /m, end, enter],
	[/^Client ID\n(.*\n)*❯/m, {paste: '518204417733-k7m2p9x4q1.apps.googleusercontent.com'}],
	[/^❯ 518204417733-/m, enter],
	[/^Client secret\n(.*\n)*❯/m, {paste: ['GOCSPX', 'Zt4vQm81LxWc07RbHd3nKs56YfJp'].join('-')}],
	[/^❯ •+ {2}35 /m, enter],
	[/^Project number\n(.*\n)*❯/m, {paste: '518204417733'}],
	[/^❯ 518204417733/m, enter],
	[/^Service account email\n(.*\n)*❯/m, {paste: 'byoo-reader@quillfeather-demo.iam.gserviceaccount.com'}],
	[/^❯ byoo-reader@/m, enter],
	[/^Redirect URL override\n(.*\n)*❯/m, enter],
	// Another key says that this Return is meant, as a person's look of a second does.
	[/^❯ Submit/m, home, enter],
];

async function keysUntilSaved(t: TestContext, scenes: readonly Scene[]): Promise<number> {
	const terminal = startDemoWizard(t);
	for (const [until, ...presses] of scenes) {
		await terminal.waitFor(until);
		for (const press of presses) {
			if (typeof press === 'string') terminal.write(press);
			else terminal.paste(press.paste);
		}
	}
	await terminal.waitFor(/^Saved$/m);
	return scenes.flatMap(([, ...presses]) => presses).length;
}

test('from the start of the demo to Saved: Strava in no more than 23 keys', async t => {
	assert.ok((await keysUntilSaved(t, strava)) <= 23);
});

test('from the start of the demo to Saved: Google Health in no more than 29 keys', async t => {
	assert.ok((await keysUntilSaved(t, googleHealth)) <= 29);
});
