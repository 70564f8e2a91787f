import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {keys} from '../support/keys.ts';
import {launch, type Terminal} from '../support/terminal.ts';
import {onUsualDays} from '../support/thorough.ts';
import {answerStep, at, stepOn} from '../support/wizard-walk.ts';

// What the build makes quicker in dependencies must be drawn as they draw it, to the cell.

const folder = mkdtempSync(path.join(tmpdir(), 'byoo-plain-'));
after(() => rmSync(folder, {recursive: true, force: true}));
execFileSync(process.execPath, ['scripts/build.mjs', '--outdir', path.join(folder, 'dist'), '--plain']);

const sizes = [
	{columns: 80, rows: 24},
	{columns: 46, rows: 16},
	{columns: 120, rows: 40},
];
const last = 'Review';

for (const size of onUsualDays(1, sizes)) {
	test(`every screen up to ${last} is drawn the same at ${size.columns}x${size.rows}`, async () => {
		const drawn = await screensOf('dist/cli.js', size);
		assert.ok(drawn.length > 8);
		assert.deepEqual(drawn, await screensOf(path.join(folder, 'dist/cli.js'), size));
	});
}

async function screensOf(program: string, size: (typeof sizes)[number]) {
	const settings = mkdtempSync(path.join(folder, 'settings-'));
	const terminal = launch({args: [program, 'demo'], env: {BYOO_CONFIG_DIR: settings}, ...size});
	const screens = [];
	let step: string | undefined;
	while (step !== last) {
		await terminal.waitFor(() => {
			const found = stepOn(terminal.screen());
			return found !== undefined && found !== step;
		});
		step = stepOn(terminal.screen());
		await at(terminal, step ?? '');
		// What is stored may come a moment later than the list.
		if (step === 'Provider') await terminal.waitFor('Already set');
		screens.push({step, ...drawnOn(terminal)});
		if (step === 'Provider') screens.push(await filtered(terminal));
		if (step !== last) await answerStep(terminal);
	}
	await terminal.close();
	return screens;
}

/** A list that is narrowed and widened again, of which few rows change. */
async function filtered(terminal: Terminal) {
	terminal.write('ou');
	await terminal.waitFor(/^› ou /m);
	const narrowed = drawnOn(terminal);
	terminal.write(keys.backspace + keys.backspace);
	await at(terminal, 'Provider');
	return {narrowed, ...drawnOn(terminal)};
}

/**
The demo is at another port each time, and a time goes on: of a digit it counts that it is one. Whether a blank at the
end of a line was written is not seen.
*/
const drawnOn = (terminal: Terminal) => ({
	text: terminal.painted().replace(/\d/g, '0').replace(/ +$/gm, ''),
	cells: terminal.cells().map(cell => ({...cell, sign: cell.sign.replace(/\d/g, '0')})),
});
