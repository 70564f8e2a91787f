import {prose} from './prose.ts';

// Beside less room than this a text is put below.
const narrow = 24;

/** Pairs as lines: the first of each in a column, the second beside it, broken between words where it is too long. */
export function columns(
	rows: readonly (readonly [string, string])[],
	width = Number.POSITIVE_INFINITY,
): readonly string[] {
	const left = rows.reduce((most, [first]) => Math.max(most, first.length), 0);
	const room = width - left - 5;
	return rows.flatMap(([first, second]) => {
		if (room < narrow) return [`  ${first}`, ...prose(`      ${second}`, width, '      ')];
		return prose(second, room).map((line, index) =>
			index === 0 ? `  ${first.padEnd(left)}   ${line}` : `${' '.repeat(left + 5)}${line}`,
		);
	});
}
