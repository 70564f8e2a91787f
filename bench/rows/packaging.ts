import {mkdirSync, mkdtempSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {interleaved, type Row, ratios, start} from '../measuring.ts';
import {packed, type References} from '../references.ts';

/** What a stranger downloads, and how long `npx` takes with nothing in its cache. */
export async function packaging({app}: References, folder: string): Promise<readonly Row[]> {
	const own = packed(process.cwd(), folder);
	const size = `${Math.round(statSync(own).size / 1000)} kB`;
	const cold = await interleaved(5, {
		own: () => coldNpx(folder, own, 'byoo', 'Whose team is this for?'),
		app: () => coldNpx(folder, app, 'byoo-bench-app', 'The second choice'),
	});
	return [
		{
			what: 'cold npx',
			measured: 'empty npm cache, packed file to first question',
			reference: 'an unbundled Ink app with a select, a text input, conf, ky and zod',
			reach: '≤ 0.15',
			...ratios(cold.own, cold.app),
		},
		{
			what: 'package',
			measured: '`npm pack`',
			reference: '–',
			reach: '≤ 420 kB',
			min: size,
			median: size,
		},
	];
}

async function coldNpx(folder: string, file: string, name: string, words: string): Promise<number> {
	const home = mkdtempSync(join(folder, 'home-'));
	const work = join(home, 'work');
	mkdirSync(work);
	const program = start({
		file: 'npx',
		args: ['--yes', `--package=${file}`, name],
		env: {HOME: home, npm_config_cache: join(home, 'cache'), npm_config_update_notifier: 'false'},
		cwd: work,
	});
	await program.until(text => text.includes(words), 0, 180);
	const time = program.age();
	program.write('\u0003');
	await program.end();
	rmSync(home, {recursive: true, force: true, maxRetries: 5});
	return time;
}
