/**
Draws the picture of the readme from the real program: the built wizard runs on a real terminal, on the demo, and
its screen is written as SVG. Run it with `npm run picture` after a change that can be seen.
*/
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import xterm, {type Terminal as Emulator, type IBufferCell} from '@xterm/headless';
import {keys} from '../test/support/keys.ts';
import {launch} from '../test/support/terminal.ts';

const columns = 80;
const rows = 26;
const [cellWidth, cellHeight, padding] = [8.4, 18, 16];
const colours: Readonly<Record<number, string>> = {
	1: '#f7768e',
	2: '#9ece6a',
	3: '#e0af68',
	5: '#bb9af7',
	6: '#7dcfff',
};
const [ink, quiet, paper] = ['#c0caf5', '#7a83ad', '#1a1b26'];

const settings = mkdtempSync(join(tmpdir(), 'byoo-picture-'));
const flags = ['--env', 'sandbox', '--region', 'us', '--client-id', '104872', '--provider', 'strava'];
const terminal = launch({
	args: ['dist/cli.js', 'demo', ...flags],
	columns,
	rows,
	env: {BYOO_CONFIG_DIR: settings},
});

await terminal.waitFor('Quillfeather Health');
terminal.write(keys.enter);
await terminal.waitFor('Enter uses');
terminal.write(keys.enter);
await terminal.waitFor('156 of 156');
await terminal.type('ashbourne');
await terminal.waitFor('7 of 156');
terminal.write(keys.enter);
await terminal.waitFor('Registered, go on');
terminal.write(keys.enter);
await terminal.waitFor('Client secret');
terminal.paste('3f9a1c5e7b2d4f6081a3c5e7b9d1f3a5c7e9b1d3');
await terminal.waitFor('40 characters');
terminal.write(keys.enter);
await terminal.waitFor('Empty for none');
terminal.write(keys.enter);
await terminal.waitFor('Submit');
writeFileSync('picture.svg', await drawn(terminal.raw()));
await terminal.close();
rmSync(settings, {recursive: true, force: true});

/** The screen that this output leaves, as SVG. */
async function drawn(output: string): Promise<string> {
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	await new Promise<void>(resolve => emulator.write(output, resolve));
	const lines = Array.from({length: rows}, (_, y) => line(emulator, y)).join('\n');
	const [width, height] = [columns * cellWidth + 2 * padding, rows * cellHeight + 2 * padding];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="The wizard’s review step">
<rect width="100%" height="100%" rx="8" fill="${paper}"/>
<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
${lines}
</g>
</svg>
`;
}

function line(emulator: Emulator, y: number): string {
	const buffer = emulator.buffer.active.getLine(emulator.buffer.active.baseY + y);
	const runs: {text: string; x: number; style: string}[] = [];
	for (let x = 0; x < columns; x++) {
		const cell = buffer?.getCell(x);
		if (!cell || cell.getWidth() === 0) continue;
		const style = styleOf(cell);
		const last = runs.at(-1);
		if (last?.style === style) last.text += cell.getChars() || ' ';
		else runs.push({text: cell.getChars() || ' ', x, style});
	}
	return runs
		.filter(({text}) => text.trim() !== '')
		.map(
			({text, x, style}) =>
				`<text x="${(padding + x * cellWidth).toFixed(1)}" y="${padding + (y + 0.8) * cellHeight}" textLength="${([...text.trimEnd()].length * cellWidth).toFixed(1)}" ${style}>${escaped(text.trimEnd())}</text>`,
		)
		.join('\n');
}

function styleOf(cell: IBufferCell): string {
	const colour = cell.isFgDefault() ? undefined : colours[cell.getFgColor()];
	const fill = colour ?? (cell.isDim() ? quiet : ink);
	return `fill="${fill}"${cell.isBold() ? ' font-weight="bold"' : ''}`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
