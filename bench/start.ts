/**
How long the built program takes to its first frame, and to a filter key among 320 teams, each as a ratio to bare
Node in the same run: `npm run bench`. Ratios, because machines differ and are busy; the smallest of many runs,
because noise only ever adds.
*/
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {keys} from '../test/support/keys.ts';
import {launch} from '../test/support/terminal.ts';

const rounds = 15;
const settings = mkdtempSync(join(tmpdir(), 'byoo-bench-'));
const env = {BYOO_CONFIG_DIR: settings};

const smallest = (times: readonly number[]): number => Math.min(...times);

async function first(args: readonly string[], expected: string): Promise<number> {
	const start = performance.now();
	const terminal = launch({args, env});
	await terminal.waitFor(expected);
	const time = performance.now() - start;
	await terminal.close();
	return time;
}

const times: Record<'node' | 'frame' | 'version', number[]> = {node: [], frame: [], version: []};
for (let round = 0; round < rounds; round++) {
	times.node.push(await first(['-e', 'console.log("ready"); setInterval(() => {}, 1000)'], 'ready'));
	times.frame.push(await first(['dist/cli.js'], 'Add an organization'));
	const start = performance.now();
	execFileSync(process.execPath, ['dist/cli.js', '--version']);
	times.version.push(performance.now() - start);
}
const floor = smallest(times.node);
const ratio = (time: number): string => (time / floor).toFixed(2);
console.log(`bare Node to its first line     1.00  (${floor.toFixed(0)} ms)`);
console.log(`byoo --version, start to end    ${ratio(smallest(times.version))}`);
console.log(`byoo to its first frame         ${ratio(smallest(times.frame))}`);
console.log(`a filter key among 156 teams    ${ratio(await filterKey())}`);
rmSync(settings, {recursive: true, force: true});

/** From a key to the frame it causes. */
async function filterKey(): Promise<number> {
	const terminal = launch({args: ['dist/cli.js', 'demo', '--env', 'sandbox', '--region', 'us'], env});
	await terminal.waitFor('Quillfeather');
	terminal.write(keys.enter);
	await terminal.waitFor('Enter uses');
	terminal.write(keys.enter);
	await terminal.waitFor('156 of 156');
	const taken: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const start = performance.now();
		terminal.write('q');
		await terminal.waitFor('› q');
		taken.push(performance.now() - start);
		terminal.write(keys.backspace);
		await terminal.waitFor('156 of 156');
	}
	await terminal.close();
	return smallest(taken);
}
