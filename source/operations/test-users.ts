import {backoff} from '../domain/backoff.ts';
import {junctionUrlOf} from '../domain/callback.ts';
import type {RequestOptions} from '../domain/ports.ts';
import type {Problem, Result} from '../domain/problem.ts';
import type {NotedUser, ProofTarget, ProofWorld, TestUser, UserRemoval} from '../domain/proof/ports.ts';
import {stayingWords} from '../domain/proof/user-words.ts';
import {type TeamAccess, teamAccess} from './team-access.ts';

/** What was done with a test user, and what became of it. */
export type WithUser<Outcome> = {
	readonly outcome: Outcome;
	readonly isTestUserDeleted?: boolean;
	readonly notes: readonly string[];
};

type Uses<Outcome> = {
	readonly use: (user: TestUser, access: TeamAccess) => Promise<Outcome>;
	/** What it comes to where there is no user. `what` says what could not be had. */
	readonly failed: (what: string, problem: Problem) => Outcome;
	readonly onDeleting?: () => void;
};

/** How long cleaning up may take, also where nobody waits for anything else any more, in seconds. */
const cleaningSeconds = 10;

/**
Makes a test user, lends it, and deletes it again, whatever happened meanwhile. It is noted before it is sent, so that a
run that is killed leaves a note of whatever it leaves.
*/
export async function withTestUser<Outcome>(
	world: ProofWorld,
	target: ProofTarget,
	options: RequestOptions,
	{use, failed, onDeleting}: Uses<Outcome>,
): Promise<WithUser<Outcome>> {
	const access = teamAccess(world, {...target, junctionUrl: world.junctionUrl});
	const opened = await access.open(options);
	if (!opened.ok)
		return {outcome: failed('There is no token of the team for Junction’s API.', opened.problem), notes: []};
	const noted = newUser(world, target);
	const unkept = world.notes.note(noted);
	const notes = unkept === undefined ? [] : [unkept];
	const made = await createUser(world, access, noted, options);
	if (made.kind === 'none') {
		world.notes.forget(noted);
		return {outcome: failed('No test user could be made.', made.problem), notes};
	}
	if (made.kind === 'unfound') {
		const {problem} = made;
		return {
			outcome: failed('Nobody knows whether a test user was made.', problem),
			...(made.isLooked ? {} : {isTestUserDeleted: false}),
			notes: [...notes, unfoundNote],
		};
	}
	const kept = {...noted, id: made.user.id};
	world.notes.note(kept);
	let removal: UserRemoval;
	let outcome: Outcome;
	try {
		outcome = await use(made.user, access);
	} finally {
		onDeleting?.();
		removal = await withinTime(signal => removeUser(world, access, kept, {signal}));
	}
	return {
		outcome,
		isTestUserDeleted: removal.kind === 'deleted' || removal.kind === 'gone',
		notes: [...notes, ...[stayingWords(removal, kept) ?? []].flat()],
	};
}

/** Deletes a test user that an earlier run left, where it is still the one that was noted. */
export async function deleteLeftUser(
	world: ProofWorld,
	noted: NotedUser,
	options: RequestOptions,
): Promise<UserRemoval> {
	if (![junctionUrlOf(noted.place), world.junctionUrl].includes(noted.junctionUrl)) {
		return {kind: 'left', problem: atAnotherAddress};
	}
	const access = teamAccess(world, noted);
	// There is nothing more to be done about a user that is not ours, so it is said once.
	const known = (removal: UserRemoval): UserRemoval => {
		if (removal.kind === 'not-ours') world.notes.forget(noted);
		return removal;
	};
	if (noted.id !== undefined) return known(await removeUser(world, access, noted, options));
	const found = await access.ask(junction => junction.findUser(noted.clientUserId, options), options);
	if (!found.ok) return {kind: 'left', problem: found.problem};
	if (found.value) return known(await removeUser(world, access, {...noted, id: found.value.id}, options));
	world.notes.forget(noted);
	return {kind: 'gone'};
}

const newUser = (
	{organization, junctionUrl, newId}: ProofWorld,
	{place, teamId}: ProofTarget,
): NotedUser => ({organization, place, teamId, junctionUrl, clientUserId: `byoo-proof-${newId()}`});

type Made =
	| {readonly kind: 'made'; readonly user: TestUser}
	| {readonly kind: 'none'; readonly problem: Problem}
	/** It may be there. `isLooked`: Junction was asked for it, and says that there is none. */
	| {readonly kind: 'unfound'; readonly problem: Problem; readonly isLooked: boolean};

/** Sent once. Where no answer tells what became of it, it is looked for by its name, which nobody else has. */
async function createUser(
	world: ProofWorld,
	access: TeamAccess,
	{clientUserId}: NotedUser,
	options: RequestOptions,
): Promise<Made> {
	const day = world.now().toISOString().slice(0, 10);
	const created = await access.ask(junction => junction.createUser({clientUserId, day}, options), options);
	if (created.ok && created.value.clientUserId === clientUserId) return {kind: 'made', user: created.value};
	const problem = created.ok ? otherUser : created.problem;
	// Of anything else it may have arrived, by a gateway that sent it twice as well.
	if (neverArrived(problem)) return {kind: 'none', problem};
	const isUnsure = created.ok || problem.kind === 'uncertain' || problem.status === 503;
	const pauses = isUnsure ? backoff.arrival : [0];
	const looked = await withinTime(signal => lookFor(world, access, clientUserId, {problem, pauses, signal}));
	return looked.kind === 'unfound' && looked.isLooked && !isUnsure ? {kind: 'none', problem} : looked;
}

/** Whether it was stopped before anything could be made: by a key, a limit, a missing operation or the way there. */
const neverArrived = ({kind, status}: Problem): boolean =>
	['reauthenticate', 'unavailable', 'unreachable'].includes(kind) || status === 429;

async function lookFor(
	{wait}: ProofWorld,
	access: TeamAccess,
	clientUserId: string,
	{
		problem,
		pauses,
		signal,
	}: {readonly problem: Problem; readonly pauses: readonly number[]; readonly signal: AbortSignal},
): Promise<Made> {
	let isLooked = false;
	for (const seconds of pauses) {
		if (signal.aborted) break;
		await wait(seconds, signal);
		const found = await access.ask(junction => junction.findUser(clientUserId, {signal}), {signal});
		if (found.ok && found.value?.clientUserId === clientUserId) return {kind: 'made', user: found.value};
		isLooked = found.ok;
	}
	return {kind: 'unfound', problem, isLooked};
}

/** Reads the user, deletes it where it is the noted one, and forgets its note once it is gone. Tries it a few times. */
async function removeUser(
	world: ProofWorld,
	access: TeamAccess,
	noted: NotedUser,
	{signal}: RequestOptions,
): Promise<UserRemoval> {
	const id = noted.id ?? '';
	let isDeleted = false;
	let last: Problem = notTried;
	for (const seconds of backoff.removal) {
		if (signal.aborted) break;
		await world.wait(seconds, signal);
		const read = await readTwice(access, noted, {signal, isDeleted});
		if (!read.ok) {
			last = read.problem;
			continue;
		}
		const user = read.value;
		if (user && !isSame(user, noted)) return {kind: 'not-ours'};
		if (user) {
			const deleted = await access.ask(junction => junction.deleteUser(id, {signal}), {signal});
			isDeleted = true;
			if (!deleted.ok) {
				last = deleted.problem;
				continue;
			}
		}
		world.notes.forget(noted);
		return {kind: isDeleted ? 'deleted' : 'gone'};
	}
	return {kind: 'left', problem: last};
}

/**
The user as it is now. That there is none is believed where it was deleted just now, or where its name leads to none either:
an operation that is missing says the same, and a copy of the data may lag behind.
*/
async function readTwice(
	access: TeamAccess,
	{id = '', clientUserId}: NotedUser,
	{signal, isDeleted}: RequestOptions & {readonly isDeleted: boolean},
): Promise<Result<TestUser | undefined>> {
	const read = await access.ask(junction => junction.user(id, {signal}), {signal});
	if (isDeleted || !read.ok || read.value) return read;
	return access.ask(junction => junction.findUser(clientUserId, {signal}), {signal});
}

const isSame = (user: TestUser, {id = '', clientUserId}: NotedUser): boolean =>
	user.clientUserId === clientUserId && user.id.toLowerCase() === id.toLowerCase();

/** Runs a task with a signal of its own, which aborts when its time is over. */
async function withinTime<Value>(task: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
	const controller = new AbortController();
	const clock = setTimeout(() => controller.abort('deadline'), cleaningSeconds * 1000);
	try {
		return await task(controller.signal);
	} finally {
		clearTimeout(clock);
	}
}

// A token of the team goes to no address that only a file names.
const atAnotherAddress: Problem = {
	kind: 'unavailable',
	message: 'It was made at another address of Junction’s API.',
	advice: 'Name that address with --junction-url.',
};

const otherUser: Problem = {
	kind: 'bug',
	message: 'Junction answered with another user than the one that was to be made.',
	advice: 'Ask Junction’s support about it.',
};

const notTried: Problem = {
	kind: 'retry',
	message: 'There was no time left to delete it.',
	advice: 'Try again later.',
};

const unfoundNote =
	'Junction did not say whether the test user was made. It is noted, and looked for at the next start.';
