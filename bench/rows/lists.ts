import {setTimeout as wait} from 'node:timers/promises';
import {manyTeams, organizationId} from '../many-teams.ts';
import {
	interleaved,
	least,
	median,
	processorTime,
	quantile,
	type Row,
	type Running,
	ratios,
	start,
} from '../measuring.ts';
import type {References} from '../references.ts';

const count = 10_000;
const shownRows = 16;
/** No team has it all, and each sign of it narrows the list or widens it again. */
const typed = 'cedar ivy juniper 12'.repeat(2).slice(0, 36);
const frameEnd = '\u001b[?2026l';
const backspace = '\u007f';
const gap = 15;

/** Keys in a long list, and how soon the first rows of one are there. */
export async function lists({rows}: References, folder: string): Promise<readonly Row[]> {
	const reference = {args: [rows, String(shownRows)]};
	const api = await manyTeams({count, pages: 100, latency: 0});
	const own = opened(api.url, folder);
	const filled = (text: string) => text.includes('10,000 teams') || text.includes('10000 teams');
	const bursts = await interleaved(5, {
		own: () => costOfKey(own, filled),
		rows: () => costOfKey(reference, text => text.includes('typed 0')),
	});
	const paced = {
		own: await frameTimes(own, filled),
		rows: await frameTimes(reference, text => text.includes('typed 0')),
	};
	await api.close();
	const opening = await interleaved(5, {usual: () => usualRows(folder), atOnce: () => firstRows(folder)});
	const what = 'key → frame';
	const beside = `an Ink app of ${shownRows} rows of which one changes`;
	const filter = `filtering ${count.toLocaleString('en')} teams`;
	return [
		{
			what,
			measured: `processor time per key, ${filter}, keys ${gap} ms apart`,
			reference: beside,
			reach: '≤ 1.3',
			...ratios(bursts.own, bursts.rows),
		},
		...([0.5, 0.99] as const).map(share => ({
			what,
			measured: `p${share * 100} from key to frame, ${filter}`,
			reference: beside,
			reach: '≤ 1.3',
			min: (quantile(paced.own, share) / quantile(paced.rows, share)).toFixed(2),
			median: '–',
		})),
		...(['usual', 'atOnce'] as const).map(how => ({
			what: 'opening a list',
			measured:
				how === 'usual'
					? '400 pages of 25 ms each: Enter at Region to first rows'
					: 'the same, the program started at the list: first page asked for to first rows',
			reference: 'the latency of a page',
			reach: '≤ 1.2',
			min: (least(opening[how]) / latency).toFixed(2),
			median: (median(opening[how]) / latency).toFixed(2),
		})),
	];
}

const latency = 25;

const place = ['--env', 'sandbox', '--region', 'us'];

const opened = (url: string, folder: string, flags: readonly string[] = place) => ({
	args: ['dist/cli.js', '--org', organizationId, ...flags, '--api-url', url],
	env: {BYOO_CONFIG_DIR: folder, JUNCTION_MANAGEMENT_KEY: 'mg_of_the_bench_and_of_nobody_else'},
});

/** Milliseconds of processor time per key of a burst. Throws where one was lost. */
async function costOfKey(
	how: Parameters<typeof start>[0],
	isReady: (text: string) => boolean,
): Promise<number> {
	const program = await readied(how, isReady);
	const before = processorTime(program.pid);
	const keys = [...typed, ...Array.from(typed, () => backspace), ...typed];
	for (const key of keys) {
		program.write(key);
		await wait(gap);
	}
	await quiet(program);
	const cost = (processorTime(program.pid) - before) / keys.length;
	await program.end();
	return cost;
}

/** Milliseconds from each of some keys to the end of the frame that it causes. */
async function frameTimes(how: Parameters<typeof start>[0], isReady: (text: string) => boolean) {
	const program = await readied(how, isReady);
	const times: number[] = [];
	for (const key of [...typed, ...Array.from(typed, () => backspace), ...typed]) {
		const from = program.length();
		const sent = performance.now();
		program.write(key);
		await program.until(text => text.includes(frameEnd), from, 10);
		times.push(performance.now() - sent);
		await wait(20);
	}
	await program.end();
	return times;
}

async function readied(
	how: Parameters<typeof start>[0],
	isReady: (text: string) => boolean,
): Promise<Running> {
	const program = start(how);
	await program.until(isReady);
	await quiet(program);
	return program;
}

/** Waits until it has written nothing for a while. */
async function quiet(program: Running): Promise<void> {
	for (let length = -1; length !== program.length(); ) {
		length = program.length();
		await wait(300);
	}
}

/** As a person comes to it, who answers two questions while the teams are read. */
async function usualRows(folder: string): Promise<number> {
	const api = await manyTeams({count, pages: 400, latency});
	const program = start(opened(api.url, folder, []));
	let asked = 0;
	// No more is written of a question than what the one before it did not have.
	for (const ending of ['used?', 'live?']) {
		await program.until(text => text.includes(ending));
		program.write('\u001b[H');
		await quiet(program);
		asked = performance.now();
		program.write('\r');
	}
	await program.until(text => text.includes('Aspen'));
	const time = performance.now() - asked;
	await program.end();
	await api.close();
	return time;
}

async function firstRows(folder: string): Promise<number> {
	const api = await manyTeams({count, pages: 400, latency});
	const program = start(opened(api.url, folder));
	await program.until(text => text.includes('Aspen'));
	const time = performance.now() - (api.askedAt() ?? Number.NaN);
	await program.end();
	await api.close();
	return time;
}
