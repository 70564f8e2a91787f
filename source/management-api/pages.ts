import type {Listing, ListOptions} from '../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import {type ApiRequest, request} from './request.ts';
import type {Page} from './schemas.ts';
import type {Transport} from './transport.ts';

const pageLimit = 1000;
const rowLimit = 100_000;
/** Of the texts of all pages together. */
const sizeLimit = 64 * 1024 * 1024;

/**
Reads all pages of a list. It ends with a warning at a cursor that repeats or has a secret in it, after 1,000 pages, and where a
later page cannot be read; the first page failing is a problem, and so is a refused key or an abort at any page, and a
list of more than 100,000 rows or 64 MB. A row that a later page repeats, as it is, counts once. `onPage` is told the
rows of each page, without those, while another page follows.
*/
export async function readPages<Row extends {readonly id: string}>(
	transport: Transport,
	firstPage: ApiRequest<Page<Row>>,
	options: ListOptions<Row>,
): Promise<Result<Listing<Row>>> {
	const rows: Row[] = [];
	const known = new Map<string, Row>();
	const seen = new Set<string>();
	let unreadable = 0;
	let size = 0;
	let next: string | undefined;
	const listing = (ending?: string) => success(withWarning(rows, unreadable, ending));
	for (let count = 0; count < pageLimit; count++) {
		const page = await request(transport, at(firstPage, next), {
			...options,
			onText(length) {
				size += length;
			},
		});
		if (!page.ok) {
			const isFinal = options.signal.aborted || page.problem.kind === 'reauthenticate';
			if (count === 0 || isFinal) return page;
			return listing(
				`A later page could not be read, so the list may be incomplete. ${page.problem.message}`,
			);
		}
		const before = rows.length;
		for (const row of page.value.rows) {
			const same = known.get(row.id);
			if (same && JSON.stringify(same) === JSON.stringify(row)) continue;
			known.set(row.id, row);
			rows.push(row);
		}
		unreadable += page.value.unreadable;
		if (rows.length > rowLimit || size > sizeLimit) return failure(endless(firstPage.subject));
		next = page.value.cursor;
		if (next === undefined) return listing();
		if (seen.has(next)) return listing('The server repeated a page, so the list may be incomplete.');
		seen.add(next);
		// It would stand in an address, which servers and proxies keep.
		if (transport.secrets.hideEchoes(next) !== next)
			return listing('The server named the next page by a secret, so the list may be incomplete.');
		options.onPage?.(rows.slice(before));
	}
	return listing('Only the first 1,000 pages were read, so the list may be incomplete.');
}

const endless = (subject: string): Problem => ({
	kind: 'correct',
	status: 200,
	fields: [],
	message: `The list of ${subject.replace('the ', '')} goes on beyond 100,000 rows or 64 MB, so it was not read to its end.`,
	advice:
		'Name what you need by its ID; if there really is so much, ask Junction for a way to read less of it.',
});

function at<Value>(firstPage: ApiRequest<Value>, cursor: string | undefined): ApiRequest<Value> {
	if (cursor === undefined) return firstPage;
	const query = new URLSearchParams(firstPage.query);
	query.set('next_cursor', cursor);
	return {...firstPage, query};
}

function withWarning<Row>(rows: readonly Row[], unreadable: number, ending?: string): Listing<Row> {
	const skipped =
		unreadable > 0 &&
		(unreadable === 1
			? '1 entry of the list could not be read and is left out.'
			: `${unreadable} entries of the list could not be read and are left out.`);
	const warning = [skipped, ending].filter(Boolean).join(' ');
	return {rows, ...(warning && {warning})};
}
