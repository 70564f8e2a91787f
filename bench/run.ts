/**
What the program takes, beside small programs of its kind, in one run: `npm run bench`, which writes
`bench/results.md`. Ratios, because machines differ and are busy. `npm run bench -- starting` measures one part of it
and writes nothing.
*/
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Row} from './measuring.ts';
import {references} from './references.ts';
import {lists} from './rows/lists.ts';
import {memory} from './rows/memory.ts';
import {packaging} from './rows/packaging.ts';
import {starting} from './rows/starting.ts';
import {writing} from './rows/writing.ts';

const parts = {starting, packaging, lists, writing: (_: unknown, folder: string) => writing(folder), memory};

const asked = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'byoo-bench-'));
const installed = await references(folder);
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	const measured = await measure(installed, mkdtempSync(join(folder, `${name}-`)));
	for (const row of measured) console.log(lineOf(row));
	rows.push(...measured);
}
rmSync(folder, {recursive: true, force: true, maxRetries: 5});
if (asked.length === 0) writeFileSync('bench/results.md', pageOf(rows));

function lineOf({what, measured, reference, reach, min, median}: Row): string {
	return `| ${[what, measured, reference, reach, min, median].join(' | ')} |`;
}

function pageOf(all: readonly Row[]): string {
	return [
		'# What it takes',
		'',
		`Measured by \`npm run bench\` with Node ${process.version} on ${cpus().length} processors. Ratios to the reference in the same run, taken in turns: the least of all by the least, and the medians. Noise only ever adds, so the least is the program’s own.`,
		'',
		'| what | measured | reference | reach | least | median |',
		'|---|---|---|---|---|---|',
		...all.map(lineOf),
		'',
	].join('\n');
}
