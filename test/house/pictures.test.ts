import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {suite, test} from 'node:test';
import {linksOf, pageAt} from './pages.ts';
import {root} from './source-files.ts';

const folder = path.join(root, 'docs/pictures');
const files = readdirSync(folder).sort();
const pictures = files.map(file => ({file, svg: readFileSync(path.join(folder, file), 'utf8')}));
const walk = pictures.find(({file}) => file === 'walk.svg')?.svg ?? '';

suite('the pictures', () => {
	test('are a still of each main screen, and a film', () => {
		const screens = ['organization', 'team', 'provider', 'register', 'document', 'secret', 'review', 'saved'];
		for (const name of [...screens, 'walk']) assert.ok(files.includes(`${name}.svg`), name);
	});

	for (const {file, svg} of pictures) {
		test(`say what they show, and load and run nothing: ${file}`, () => {
			assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*>\n<title>[^<]{20,}<\/title>\n/);
			assert.doesNotMatch(svg, /<script|\son\w+=|href|url\(|@import|<image|<foreignObject/i);
		});

		test(`show nothing of the computer on which they were drawn: ${file}`, () => {
			assert.doesNotMatch(svg, new RegExp([root, '/tmp/', '/home/', '/Users/', '/root/'].join('|')));
		});
	}

	test('are all in the readme, which begins with the film', () => {
		const shown = linksOf(pageAt('readme.md')).filter(link => link.startsWith('docs/pictures/'));
		assert.equal(shown[0], 'docs/pictures/walk.svg');
		assert.deepEqual(
			shown.toSorted(),
			files.map(file => `docs/pictures/${file}`),
		);
	});
});

type Shown = {readonly y: number; readonly turns: readonly {readonly at: number; readonly isSeen: boolean}[]};

suite('the film', () => {
	test('is under 300 kB, and lasts 15 to 25 seconds, over and over', () => {
		assert.ok(Buffer.byteLength(walk) < 300_000);
		const seconds = Number(/animation:([\d.]+)s step-end infinite/.exec(walk)?.[1]);
		assert.ok(seconds >= 15 && seconds <= 25, `${seconds}`);
	});

	test('stands still for those who ask for less motion, on a screen that can be read', () => {
		assert.match(walk, /prefers-reduced-motion:reduce\)\{\.r\{animation:none\}\}/);
		const poster = walk.split('\n').filter(line => /class="r k\d+ p"/.test(line));
		assert.match(poster.join('\n'), />Review</);
	});

	test('shows something at any time, and never two rows in one place', () => {
		const rows = shownRows(walk);
		const moments = new Set(rows.flatMap(({turns}) => turns.map(({at}) => at)));
		assert.ok(moments.size > 20);
		for (const moment of moments) {
			const places = rows.filter(row => isSeen(row, moment)).map(({y}) => y);
			assert.ok(places.length > 0, `nothing at ${moment}%`);
			assert.equal(new Set(places).size, places.length, `two rows in one place at ${moment}%`);
		}
	});
});

function shownRows(svg: string): readonly Shown[] {
	const turnsOf = new Map(
		Array.from(svg.matchAll(/^@keyframes (k\d+)\{(.*)\}\.k\d+\{/gm), ([, name = '', keyframes = '']) => [
			name,
			Array.from(keyframes.matchAll(/([\d.]+)%\{visibility:(\w+)\}/g), ([, at, state]) => ({
				at: Number(at),
				isSeen: state === 'visible',
			})),
		]),
	);
	return Array.from(svg.matchAll(/translate\(0 (\d+)\)" class="r (k\d+)/g), ([, y, name = '']) => ({
		y: Number(y),
		turns: turnsOf.get(name) ?? [],
	}));
}

/** Each turn holds until the next. */
const isSeen = ({turns}: Shown, moment: number): boolean =>
	turns.findLast(({at}) => at <= moment)?.isSeen ?? false;
