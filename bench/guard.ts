/**
What a change must not make worse: the first paint beside the least that Ink can be, in one run. The margin is for
machines that are busy; `bench/results.md` has what was reached. Run by `.ci/run`.
*/
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {interleaved, least, untilPainted} from './measuring.ts';
import {bundled} from './references.ts';

const most = 1.4;

async function guard(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'byoo-guard-'));
	const [hello] = await bundled(folder, 'node_modules', ['hello'] as const);
	const env = {BYOO_CONFIG_DIR: folder};
	const paints = await interleaved(15, {
		hello: () => untilPainted({args: [hello]}, 'Hello from Ink'),
		own: () => untilPainted({args: ['dist/cli.js'], env}, 'Whose team is this for?'),
	});
	rmSync(folder, {recursive: true, force: true, maxRetries: 5});
	const ratio = least(paints.own) / least(paints.hello);
	console.log(`First paint ${ratio.toFixed(2)} of the least that Ink can be; ${most} at most.`);
	if (ratio > most) process.exitCode = 1;
}

guard();
