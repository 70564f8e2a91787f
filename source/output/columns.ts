/** Pairs as lines: the first of each in a column, the second beside it. */
export function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
	const width = Math.max(0, ...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`);
}
