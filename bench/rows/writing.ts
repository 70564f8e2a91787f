import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {launch} from '../../test/support/terminal.ts';
import {at, walkTo} from '../../test/support/wizard-walk.ts';
import type {Row} from '../measuring.ts';

/** The bytes of a whole walk through the demo, beside the same walk by Ink's own options, and of doing nothing. */
export async function writing(folder: string): Promise<readonly Row[]> {
	const plain = join(folder, 'plain');
	execFileSync(process.execPath, ['bench/build-plain.mjs', plain]);
	const own = await walk('dist/cli.js', folder);
	const byDefault = await walk(join(plain, 'cli.js'), folder);
	return [
		{
			what: 'writes',
			measured: 'bytes of the whole demo walk to Saved',
			reference: 'the same walk with Ink’s own options',
			reach: '≤ 0.3',
			min: (own.bytes / byDefault.bytes).toFixed(2),
			median: `${own.bytes} of ${byDefault.bytes}`,
		},
		{
			what: 'idle',
			measured: 'bytes written at Saved in 3 seconds',
			reference: '–',
			reach: '0',
			min: String(own.idle),
			median: '–',
		},
	];
}

async function walk(program: string, folder: string) {
	const terminal = launch({args: [program, 'demo'], env: {BYOO_CONFIG_DIR: folder}});
	await walkTo(terminal, 'Saved');
	await at(terminal, 'Saved');
	const bytes = terminal.raw().length;
	await wait(3000);
	const idle = terminal.raw().length - bytes;
	await terminal.close();
	return {bytes, idle};
}
