import {backoff, busyWords, pauseAfter} from '../domain/backoff.ts';
import type {Credential, Place, StoredCredential} from '../domain/credential.ts';
import {interruptionOf, interruptionWords} from '../domain/interruption.ts';
import type {Before, SaveOutcome, SaveProgress} from '../domain/outcome.ts';
import type {ManagementApi} from '../domain/ports.ts';
import type {Problem} from '../domain/problem.ts';
import {hasArrived, isRewritten, isUnchanged, notArrived} from './compare-credential.ts';
import {readBefore} from './read-before.ts';

export type SaveOptions = {
	/** What was stored when the credential was reviewed. */
	readonly before: Before;
	readonly signal: AbortSignal;
	readonly onProgress: (progress: SaveProgress) => void;
	/** Waits that many seconds, or until the signal aborts. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** Aborts when nothing is to be sent any more; what was sent is still looked for. */
	readonly stopSignal?: AbortSignal;
};

type Save = SaveOptions & {
	readonly api: ManagementApi;
	readonly place: Place;
	readonly credential: Credential;
};

/**
Stores a credential and proves it, as far as the server's own words can. Nothing is sent if the stored one
changed since `before`. Only after 429 and 503 is the identical body sent again, at most three more times.
An answer that leaves the outcome open is followed by reading back: a visible change is proof, its absence is
not, and such a save is `uncertain`, never `failed`. Never throws; an abort ends it at the next step.
*/
export async function saveCredential(
	api: ManagementApi,
	place: Place,
	credential: Credential,
	options: SaveOptions,
): Promise<SaveOutcome> {
	const save: Save = {...options, api, place, credential};
	save.onProgress({kind: 'checking'});
	const now = await readStored(save);
	if (now.ok && isOther(options.before, now)) return {kind: 'changed', before: now};
	if (options.before.ok && !now.ok) return {kind: 'failed', problem: unreadableNow(now.problem)};
	return send(save, now.ok ? now : options.before);
}

/** Whether a read shows something else than review did; what review could not read, it did not show. */
const isOther = (reviewed: Before, now: Extract<Before, {ok: true}>): boolean =>
	reviewed.ok ? !isUnchanged(reviewed.value, now.value) : now.value !== undefined;

const unreadableNow = (problem: Problem): Problem => ({
	...problem,
	message: `What is stored could not be read once more, so nothing was sent. ${problem.message}`,
});

async function send(save: Save, before: Before): Promise<SaveOutcome> {
	for (let attempt = 1; ; attempt++) {
		if (save.signal.aborted) return {kind: 'failed', problem: interrupted(save.signal)};
		save.onProgress({kind: 'sending'});
		const answer = await save.api.upsert(save.place, save.credential, requestOptions(save));
		if (answer.ok) return withTeamOf(save, answer.value, await confirmAnswer(save, before, answer.value));
		const {problem} = answer;
		if (problem.kind === 'uncertain') return lookForArrival(save, before, problem);
		if (problem.kind !== 'retry' || save.signal.aborted) return {kind: 'failed', problem};
		const isLast = attempt > backoff.write.length;
		if (!isLast) {
			const seconds = pauseAfter(attempt, backoff.write, problem.delaySeconds);
			await pauseBusy(save, seconds, busyWords(problem.status));
		}
		const next = await lookAgain(save, before, problem);
		if (next) return next;
		if (isLast || save.stopSignal?.aborted) return givenUp(before, problem);
	}
}

/**
What is stored after a 429 or 503, before the same is sent again: an overloaded server may have stored it all the
same, and someone else may have written meanwhile. Undefined where nothing stands against another try.
*/
async function lookAgain(save: Save, before: Before, {status}: Problem): Promise<SaveOutcome | undefined> {
	if (!before.ok) return undefined;
	if (status === 503) save.onProgress({kind: 'reading-back'});
	const now = await readStored(save);
	if (!now.ok) return unreadableAfter(status, now.problem);
	const {value: stored} = now;
	const mayBeOurs = status === 503 && stored !== undefined;
	if (mayBeOurs && hasArrived(save.credential, before.value, stored)) {
		return confirmed(before, stored, 'read-back');
	}
	return isOther(before, now) ? {kind: 'changed', before: now} : undefined;
}

async function lookForArrival(save: Save, before: Before, problem: Problem): Promise<SaveOutcome> {
	let different: readonly string[] = [];
	for (const seconds of before.ok ? backoff.arrival : []) {
		if (save.signal.aborted) break;
		await pause(save, seconds, 'the credential may still arrive');
		const {stored, isReadable} = await readForArrival(save, before);
		if (!isReadable) break;
		if (!stored) continue;
		different = notArrived(save.credential, stored, earlierOf(before));
		if (different.length === 0) return confirmed(before, stored, 'read-back');
	}
	return different.length > 0
		? {kind: 'uncertain', problem: differs(different), differences: different}
		: {kind: 'uncertain', problem};
}

/** A credential that was certainly written since `before`; where that could not be read, nothing is certain. */
async function readForArrival(
	save: Save,
	before: Before,
): Promise<{readonly stored?: StoredCredential; readonly isReadable: boolean}> {
	if (!before.ok || save.signal.aborted) return {isReadable: false};
	save.onProgress({kind: 'reading-back'});
	const now = await readStored(save);
	if (!now.ok) return {isReadable: now.problem.kind === 'retry' || now.problem.kind === 'unreachable'};
	const isProof = now.value !== undefined && isRewritten(before.value, now.value);
	return {isReadable: true, ...(isProof && now.value && {stored: now.value})};
}

/** An answer that names another team may tell of a second write. */
const withTeamOf = ({credential}: Save, {teamId}: StoredCredential, outcome: SaveOutcome): SaveOutcome =>
	outcome.kind === 'confirmed' && teamId.toLowerCase() !== credential.teamId.toLowerCase()
		? {...outcome, namedOtherTeam: true}
		: outcome;

async function confirmAnswer(save: Save, before: Before, answer: StoredCredential): Promise<SaveOutcome> {
	let seen: StoredCredential | undefined;
	for (const seconds of backoff.copy) {
		if (seconds > 0) await pause(save, seconds, 'the credential is not visible yet');
		save.onProgress({kind: 'reading-back'});
		const now = await readStored(save);
		if (!now.ok) return judge(save, before, answer, 'answer');
		seen = now.value;
		if (seen && !isStale(before, answer, seen)) return judge(save, before, seen, 'read-back');
	}
	return {kind: 'uncertain', problem: seen ? stillTheEarlierOne : notListed};
}

function judge(
	save: Save,
	before: Before,
	stored: StoredCredential,
	by: 'read-back' | 'answer',
): SaveOutcome {
	const different = notArrived(save.credential, stored, earlierOf(before));
	return different.length > 0
		? {kind: 'uncertain', problem: differs(different), differences: different}
		: confirmed(before, stored, by);
}

/** Whether a read still shows what was there before, although the answer to the write showed a change. */
const isStale = (before: Before, answer: StoredCredential, seen: StoredCredential): boolean => {
	const earlier = earlierOf(before);
	return earlier !== undefined && isRewritten(earlier, answer) && !isRewritten(earlier, seen);
};

const confirmed = (before: Before, stored: StoredCredential, by: 'read-back' | 'answer'): SaveOutcome => ({
	kind: 'confirmed',
	action: before.ok ? (before.value ? 'updated' : 'created') : 'saved',
	by,
	stored,
	...(before.ok && before.value ? {proof: proofOf(before.value, stored)} : {}),
});

/** What the server's own answers show of a rotation. The local clock proves nothing. */
function proofOf(before: StoredCredential, now: StoredCredential): 'secret' | 'time' | 'none' {
	if (now.clientSecretHash !== null && before.clientSecretHash !== now.clientSecretHash) return 'secret';
	return before.updatedAt === now.updatedAt ? 'none' : 'time';
}

const earlierOf = (before: Before): StoredCredential | undefined => (before.ok ? before.value : undefined);

const readStored = (save: Save): Promise<Before> =>
	readBefore(save.api, save.place, save.credential.teamId, save.credential.provider, requestOptions(save));

const requestOptions = ({signal, onProgress}: Save) => ({
	signal,
	onWaiting: ({seconds, because}: {readonly seconds: number; readonly because: string}) =>
		onProgress({kind: 'waiting', seconds, because}),
});

async function pause({wait, signal, onProgress}: Save, seconds: number, because: string): Promise<void> {
	onProgress({kind: 'waiting', seconds, because});
	await wait(seconds, signal).catch(() => undefined);
}

/** After the last try. An overloaded server may have stored it, and where nothing can be read nobody knows. */
const givenUp = (before: Before, problem: Problem): SaveOutcome =>
	before.ok || problem.status !== 503
		? {kind: 'failed', problem}
		: {
				kind: 'uncertain',
				problem: {...uncertainOverload, message: `${uncertainOverload.message} ${before.problem.message}`},
			};

const uncertainOverload = {
	kind: 'uncertain',
	message: 'The server was overloaded (503), and what is stored cannot be read.',
	advice: 'Check what is stored before you send it again.',
} as const;

/** A 429 was refused for certain; an overloaded server may have stored it. */
const unreadableAfter = (status: number | undefined, problem: Problem): SaveOutcome =>
	status === 503
		? {
				kind: 'uncertain',
				problem: {...uncertainOverload, message: `${uncertainOverload.message} ${problem.message}`},
			}
		: {
				kind: 'failed',
				problem: {
					...problem,
					message: `The server refused it for now (429), and what is stored could not be read once more, so it was not sent again. ${problem.message}`,
				},
			};

/** A pause before a new try, which a stop ends. */
async function pauseBusy(save: Save, seconds: number, because: string): Promise<void> {
	const {signal, stopSignal} = save;
	await pause(
		{...save, signal: stopSignal ? AbortSignal.any([signal, stopSignal]) : signal},
		seconds,
		because,
	);
}

const interrupted = (signal: AbortSignal): Problem => ({
	kind: 'retry',
	message: `${interruptionWords[interruptionOf(signal)]}; nothing was stored.`,
	advice: 'Start again when you are ready.',
});

const differs = (different: readonly string[]): Problem => ({
	kind: 'uncertain',
	message: `The credential was sent, but what is stored differs from it in: ${different.join(', ')}.`,
	advice: 'Check what is stored before anyone relies on it, then save it again if it is wrong.',
});

const stillTheEarlierOne: Problem = {
	kind: 'uncertain',
	message: 'The server accepted the credential, but still shows the earlier one.',
	advice: 'Check what is stored in a few minutes, before you send it again.',
};

const notListed: Problem = {
	kind: 'uncertain',
	message: 'The server accepted the credential, but does not list it yet.',
	advice: 'Check what is stored in a few minutes, before you send it again.',
};
