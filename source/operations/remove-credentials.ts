import type {Place} from '../domain/credential.ts';
import type {ManagementApi, Removal, RequestOptions} from '../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';

export type RemoveOptions = {
	readonly signal: AbortSignal;
	/** Waits that many seconds, or until the signal aborts. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
};

const tries = 4;
const longestWait = 30;
// Before the reads that look whether they are gone; in seconds.
const waitsForCopy = [0, 1, 2, 4];

/**
Deletes credentials and proves it by reading back, where the API offers a read. Only after 429 and 503 it is sent
again. Of an answer that leaves the outcome open, absence from the list is proof; what is still listed is `uncertain`.
*/
export async function removeCredentials(
	api: ManagementApi,
	place: Place,
	ids: readonly string[],
	options: RemoveOptions,
): Promise<Result<Removal>> {
	const sent = await send(api, place, ids, options);
	if (sent.ok) return confirmed(api, place, sent.value, options);
	if (sent.problem.kind !== 'uncertain') return sent;
	const left = await leftOf(api, place, ids, options);
	return left?.length === 0 ? success({deleted: ids, notFound: [], failed: []}) : sent;
}

async function send(
	api: ManagementApi,
	place: Place,
	ids: readonly string[],
	{signal, wait}: RemoveOptions,
): Promise<Result<Removal>> {
	for (let attempt = 1; ; attempt++) {
		const result = await api.remove(place, ids, {signal});
		if (result.ok || result.problem.kind !== 'retry' || attempt === tries || signal.aborted) return result;
		await wait(Math.min(result.problem.delaySeconds ?? 2 ** (attempt - 1), longestWait), signal);
	}
}

async function confirmed(
	api: ManagementApi,
	place: Place,
	removal: Removal,
	options: RemoveOptions,
): Promise<Result<Removal>> {
	const gone = [...removal.deleted, ...removal.notFound];
	const left = gone.length === 0 ? [] : await leftOf(api, place, gone, options);
	return left === undefined || left.length === 0 ? success(removal) : failure(stillListed);
}

/** Those that are still listed after a while; undefined where nobody can tell. */
async function leftOf(
	api: ManagementApi,
	place: Place,
	ids: readonly string[],
	{signal, wait}: RemoveOptions,
): Promise<readonly string[] | undefined> {
	const options: RequestOptions = {signal};
	let left: readonly string[] | undefined;
	for (const seconds of waitsForCopy) {
		if (seconds > 0) await wait(seconds, signal);
		const listing = await api.credentials(place, undefined, options);
		if (!listing.ok || listing.value.warning !== undefined) return left;
		const listed = new Set(listing.value.rows.map(row => row.id.toLowerCase()));
		left = ids.filter(id => listed.has(id.toLowerCase()));
		if (left.length === 0 || signal.aborted) return left;
	}
	return left;
}

const stillListed: Problem = {
	kind: 'uncertain',
	message: 'The server accepted the removal, but still lists what was to be deleted.',
	advice: 'Look again in a few minutes with byoo list.',
};
