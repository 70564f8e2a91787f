import {backoff, pauseAfter} from '../domain/backoff.ts';
import type {Place} from '../domain/credential.ts';
import type {ManagementApi, Removal} from '../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';

export type RemoveOptions = {
	readonly signal: AbortSignal;
	/** Waits that many seconds, or until the signal aborts. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
};

/**
Deletes credentials and proves it by reading back, where the API offers a read. Only after 429 and 503 it is sent
again, after 503 not before a look, since an overloaded server may have done it all the same. Of an answer that leaves
the outcome open, or says that something failed, absence from the list is proof; what is still listed is `uncertain`
after the one, and failed after the other.
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
		if (result.ok || result.problem.kind !== 'retry' || signal.aborted) return result;
		const {status, delaySeconds} = result.problem;
		const isLast = attempt > backoff.write.length;
		if (!isLast) await wait(pauseAfter(attempt, backoff.write, delaySeconds), signal);
		const left = status === 503 ? await listedOf(api, place, ids, signal) : ids;
		if (left?.length === 0) return success({deleted: ids, notFound: [], failed: []});
		if (isLast) return left ? result : failure(uncertainOverload);
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
	if (left !== undefined && left.length > 0) return failure(stillListed);
	return success(await withoutGone(api, place, removal, options));
}

/** What was said to have failed, or was not spoken of, and is gone all the same is deleted. */
async function withoutGone(
	api: ManagementApi,
	place: Place,
	removal: Removal,
	{signal}: RemoveOptions,
): Promise<Removal> {
	if (removal.failed.length === 0) return removal;
	const left = (await listedOf(api, place, removal.failed, signal)) ?? removal.failed;
	const gone = removal.failed.filter(id => !left.includes(id));
	return {...removal, deleted: [...removal.deleted, ...gone], failed: left};
}

/** Those that are listed now; undefined where nobody can tell. */
async function listedOf(
	api: ManagementApi,
	place: Place,
	ids: readonly string[],
	signal: AbortSignal,
): Promise<readonly string[] | undefined> {
	const listing = await api.credentials(place, undefined, {signal});
	if (!listing.ok || listing.value.warning !== undefined) return undefined;
	const listed = new Set(listing.value.rows.map(row => row.id.toLowerCase()));
	return ids.filter(id => listed.has(id.toLowerCase()));
}

/** Those that are still listed after a while; undefined where nobody can tell. */
async function leftOf(
	api: ManagementApi,
	place: Place,
	ids: readonly string[],
	{signal, wait}: RemoveOptions,
): Promise<readonly string[] | undefined> {
	let left: readonly string[] | undefined;
	for (const seconds of backoff.removal) {
		if (seconds > 0) await wait(seconds, signal);
		const now = await listedOf(api, place, ids, signal);
		if (!now) return left;
		left = now;
		if (left.length === 0 || signal.aborted) return left;
	}
	return left;
}

const uncertainOverload: Problem = {
	kind: 'uncertain',
	message: 'The server was overloaded (503), and what is stored cannot be read.',
	advice: 'Check what is stored before you send it again.',
};

const stillListed: Problem = {
	kind: 'uncertain',
	message: 'The server accepted the removal, but still lists what was to be deleted.',
	advice: 'Look again in a few minutes with byoo list.',
};
