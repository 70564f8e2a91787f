import {drawnRow} from './row.ts';
import {framed, placed, type Screen} from './still.ts';

/** A screen, and for how many seconds it is seen. */
export type Frame = Screen & {readonly seconds: number};

type Film = {
	readonly title: string;
	readonly frames: readonly Frame[];
	/** What is seen where nothing moves, because the person asked for that or the viewer cannot. */
	readonly poster: Screen | undefined;
};

/** From and to, in seconds since the beginning. */
type Span = readonly [number, number];

/**
Screens as one SVG that moves, over and over, by CSS alone. Each row is drawn once for all the times at which it is
seen at its place, so that what does not change costs nothing.
*/
export function film({title, frames, poster}: Film): string {
	const shown = spansOfRows(frames);
	const total = frames.reduce((sum, {seconds}) => sum + seconds, 0);
	const classes = new Map<string, string>();
	const drawn = shown.map(({row, y, spans}) => {
		const keyframes = keyframesOf(spans, total);
		const name = classes.get(keyframes) ?? `k${classes.size}`;
		classes.set(keyframes, name);
		const isOnPoster = drawnRow(poster?.rows[y] ?? []) === row;
		return placed(row, y, ` class="r ${name}${isOnPoster ? ' p' : ''}"`);
	});
	const style = [
		`.r{visibility:hidden;animation:${total.toFixed(2)}s step-end infinite}.p{visibility:visible}`,
		...Array.from(
			classes,
			([keyframes, name]) => `@keyframes ${name}{${keyframes}}.${name}{animation-name:${name}}`,
		),
		'@media (prefers-reduced-motion:reduce){.r{animation:none}}',
	].join('\n');
	const {columns = 0, rows = []} = frames[0] ?? {};
	return framed(drawn.join('\n'), {title, columns, rows: rows.length, style});
}

type ShownRow = {readonly row: string; readonly y: number; readonly spans: readonly Span[]};

/** Every row that is drawn, with its place, and when it is seen there. */
function spansOfRows(frames: readonly Frame[]): readonly ShownRow[] {
	const shown = new Map<string, ShownRow>();
	let from = 0;
	for (const {rows, seconds} of frames) {
		const to = from + seconds;
		for (const [y, cells] of rows.entries()) {
			const row = drawnRow(cells);
			if (row === '') continue;
			const key = `${y} ${row}`;
			shown.set(key, {row, y, spans: joined(shown.get(key)?.spans ?? [], [from, to])});
		}
		from = to;
	}
	return [...shown.values()];
}

function joined(spans: readonly Span[], next: Span): readonly Span[] {
	const last = spans.at(-1);
	return last?.[1] === next[0] ? [...spans.slice(0, -1), [last[0], next[1]]] : [...spans, next];
}

/** When it is seen and when not, in parts of the whole; each holds until the next. */
function keyframesOf(spans: readonly Span[], total: number): string {
	const turns = spans.flatMap(([from, to]) => [
		{at: from, state: 'visible'},
		{at: to, state: 'hidden'},
	]);
	const all = turns[0]?.at === 0 ? turns : [{at: 0, state: 'hidden'}, ...turns];
	return all
		.filter(({at}) => at < total)
		.map(({at, state}) => `${Number(((100 * at) / total).toFixed(3))}%{visibility:${state}}`)
		.join('');
}
