import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Cell} from '../support/emulator.ts';
import {startWizard, straightToFields} from '../support/wizard-terminal.ts';
import {answerStep, stepOn, walkTo} from '../support/wizard-walk.ts';

type Color = readonly [red: number, green: number, blue: number];

/** The standard colours of xterm, which most terminals begin with. */
const palette: readonly Color[] = [
	...([
		[0, 0, 0],
		[205, 0, 0],
		[0, 205, 0],
		[205, 205, 0],
	] as const),
	...([
		[0, 0, 238],
		[205, 0, 205],
		[0, 205, 205],
		[229, 229, 229],
	] as const),
	...([
		[127, 127, 127],
		[255, 0, 0],
		[0, 255, 0],
		[255, 255, 0],
	] as const),
	...([
		[92, 92, 255],
		[255, 0, 255],
		[0, 255, 255],
		[255, 255, 255],
	] as const),
];

const backgrounds = {
	dark: {ink: [229, 229, 229], paper: [0, 0, 0]},
	light: {ink: [0, 0, 0], paper: [255, 255, 255]},
} as const;

/** Relative luminance, from 0 to 1, of WCAG 2. */
function luminance(color: Color): number {
	const [red, green, blue] = color.map(part => {
		const share = part / 255;
		return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Color, other: Color): number {
	const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function contrastOf({color, background, isInverse}: Cell, on: keyof typeof backgrounds): number {
	const {ink, paper} = backgrounds[on];
	const [front, back] = [palette[color ?? -1] ?? ink, palette[background ?? -1] ?? paper];
	return isInverse ? contrast(back, front) : contrast(front, back);
}

/** Words are what must be read; what is dim says nothing that one has to know. */
const mustBeRead = ({sign, isDim}: Cell): boolean => /[\p{L}\p{N}]/u.test(sign) && !isDim;

test('every word of the walk can be read on a dark and on a light background', async t => {
	const {args, env} = straightToFields('google_health');
	const {terminal} = await startWizard(t, {env, args: [...args.slice(0, 2), '--provider', 'strava']});
	const faint: string[] = [];
	for (const step of [
		'Environment',
		'Region',
		'Team',
		'Register',
		'Client ID',
		'Client secret',
		'Review',
		'Saved',
	]) {
		await walkTo(terminal, step, {environment: 'production'});
		await terminal.waitFor(() => stepOn(terminal.screen()) === step);
		for (const on of ['dark', 'light'] as const) {
			const cells = terminal.cells().filter(cell => mustBeRead(cell) && contrastOf(cell, on) < 4.5);
			if (cells.length > 0) faint.push(`${step}, ${on}: ${cells.map(({sign}) => sign).join('')}`);
		}
	}
	assert.deepEqual(faint, []);
	await answerStep(terminal);
});
