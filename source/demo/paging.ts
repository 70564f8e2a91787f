import type {Issue} from './checks.ts';

const pageSize = 25;
const marker = 'after:';

/** One page of rows with the cursor of the next, or the refusal of a cursor that no page gave. */
export type DemoPage<Row> =
	| {readonly ok: true; readonly rows: readonly Row[]; readonly nextCursor: string | null}
	| {readonly ok: false; readonly issue: Issue};

export function page<Row>(rows: readonly Row[], cursor: string | null): DemoPage<Row> {
	const start = cursor === null ? 0 : offsetOf(cursor);
	if (start === undefined) {
		const msg = 'Value error, invalid cursor';
		return {
			ok: false,
			issue: {type: 'value_error', loc: ['query', 'next_cursor'], msg, input: cursor},
		};
	}
	const end = start + pageSize;
	return {ok: true, rows: rows.slice(start, end), nextCursor: end < rows.length ? cursorAt(end) : null};
}

export const cursorAt = (offset: number): string => Buffer.from(`${marker}${offset}`).toString('base64url');

function offsetOf(cursor: string): number | undefined {
	const text = Buffer.from(cursor, 'base64url').toString();
	return /^after:\d{1,9}$/.test(text) ? Number(text.slice(marker.length)) : undefined;
}
