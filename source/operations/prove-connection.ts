import {interruptionOf} from '../domain/interruption.ts';
import type {RequestOptions} from '../domain/ports.ts';
import type {Problem, Result} from '../domain/problem.ts';
import {
	connectionFinding,
	returnedFinding,
	saidFinding,
	silentConnection,
	stoppedConnection,
	unansweredConnection,
} from '../domain/proof/connection.ts';
import type {ConnectionFinding} from '../domain/proof/finding.ts';
import type {
	ConnectionProgress,
	ConnectionProof,
	Link,
	LinkReturn,
	Loopback,
	ProofTarget,
	ProofWorld,
	SaidByPage,
	TestUser,
} from '../domain/proof/ports.ts';
import type {TeamAccess} from './team-access.ts';
import {withTestUser} from './test-users.ts';

export type ConnectionOptions = RequestOptions & {
	readonly onProgress: (progress: ConnectionProgress) => void;
	/** What a person read on the page, where they say so. */
	readonly said?: Promise<SaidByPage>;
};

/** How long a link can be used, by the API's description, in milliseconds. */
const linkMilliseconds = 10 * 60 * 1000;
const pollSeconds = 3;
const longestPauseSeconds = 30;
/** How long a browser may take to come back once its account is connected. */
const returnSeconds = 2;

/**
Lets a person connect a test user, and waits for what becomes of it. The test user is deleted again, also where the
signal aborted: that has a time of its own. Never throws.
*/
export async function proveConnection(
	world: ProofWorld,
	target: ProofTarget,
	options: ConnectionOptions,
): Promise<ConnectionProof> {
	const {onProgress} = options;
	onProgress({kind: 'preparing'});
	const opened = await world.openLoopback();
	if (!opened.ok) {
		return {
			connection: unansweredConnection('The browser has nowhere to come back to.', opened.problem),
			notes: [],
		};
	}
	const loopback = opened.value;
	const {outcome, ...others} = await withTestUser(world, target, options, {
		use: (user, access) => connect(world, target, {user, access, loopback, options}),
		failed: (what, problem) =>
			options.signal.aborted ? endedBy(options.signal) : unansweredConnection(what, problem),
		onDeleting: () => onProgress({kind: 'deleting'}),
	});
	// The browser may still be on its way back, to a page that says so.
	if (outcome.verdict === 'proved' && !options.signal.aborted) {
		await createNews(loopback.returned).within(returnSeconds, world.wait, options.signal);
	}
	await loopback.close();
	return {connection: outcome, ...others};
}

type Connecting = {
	readonly user: TestUser;
	readonly access: TeamAccess;
	readonly loopback: Loopback;
	readonly options: ConnectionOptions;
};

async function connect(
	world: ProofWorld,
	target: ProofTarget,
	connecting: Connecting,
): Promise<ConnectionFinding> {
	const {loopback, options} = connecting;
	const link = await createLink(target, connecting);
	if (options.signal.aborted) return endedBy(options.signal);
	if (!link.ok) return unansweredConnection('Junction gave no link for the test user.', link.problem);
	const {address} = link.value;
	const endsAt = world.now().getTime() + linkMilliseconds;
	options.onProgress({kind: 'open', address, page: loopback.leadTo(address), endsAt});
	return outcomeOf(world, target, {...connecting, endsAt});
}

/** With the way back to this computer where Junction takes one, else without. */
async function createLink({provider}: ProofTarget, connecting: Connecting): Promise<Result<Link>> {
	const {user, access, loopback, options} = connecting;
	const ask = (more: {readonly redirectUrl?: string}) =>
		access.ask(
			junction => junction.createLink({userId: user.id, provider: provider.slug, ...more}, options),
			options,
		);
	const link = await ask({redirectUrl: loopback.returnUrl});
	const isRefused = !link.ok && (link.problem.status === 400 || link.problem.status === 422);
	return isRefused ? ask({}) : link;
}

/** Looks every few seconds, until something tells what became of it, or the link ends. */
async function outcomeOf(
	world: ProofWorld,
	target: ProofTarget,
	{user, access, loopback, options, endsAt}: Connecting & {readonly endsAt: number},
): Promise<ConnectionFinding> {
	const {provider} = target;
	const {signal} = options;
	const news = createNews(loopback.returned, options.said);
	for (;;) {
		if (signal.aborted) return endedBy(signal);
		const read = await access.ask(junction => junction.connections(user.id, options), options);
		const finding = read.ok ? connectionFinding(read.value, provider) : undefined;
		if (finding) return finding;
		if (signal.aborted) return endedBy(signal);
		if (!read.ok && !passes(read.problem)) {
			return unansweredConnection('The connections of the test user could not be read.', read.problem);
		}
		if (world.now().getTime() >= endsAt) return silentConnection;
		const heard = await news.within(pauseAfter(read), world.wait, signal);
		if (heard === undefined) continue;
		const ended = typeof heard === 'string' ? saidFinding(heard, target) : returnedFinding(heard, provider);
		if (ended) return ended;
	}
}

const overdueConnection: ConnectionFinding = {
	verdict: 'unknown',
	type: 'deadline',
	message: 'The deadline passed, so nothing is known of it.',
	advice: 'Allow more time with --deadline.',
};

const endedBy = (signal: AbortSignal): ConnectionFinding =>
	interruptionOf(signal) === 'deadline' ? overdueConnection : stoppedConnection;

/** Whether the next look may be answered. */
const passes = ({kind}: Problem): boolean => kind === 'retry' || kind === 'unreachable';

function pauseAfter(read: Result<unknown>): number {
	const asked = !read.ok && read.problem.kind === 'retry' ? (read.problem.delaySeconds ?? 0) : 0;
	return Math.min(Math.max(pollSeconds, asked), longestPauseSeconds);
}

type Heard = LinkReturn | SaidByPage;

/** What comes from the browser or a person, each piece once. */
function createNews(...sources: readonly (Promise<Heard> | undefined)[]) {
	const heard: Heard[] = [];
	let wake: () => void = () => undefined;
	for (const source of sources) {
		source?.then(
			news => {
				heard.push(news);
				wake();
			},
			() => undefined,
		);
	}
	return {
		/** The next piece, or undefined where none comes in so many seconds. */
		async within(seconds: number, wait: ProofWorld['wait'], signal: AbortSignal): Promise<Heard | undefined> {
			if (heard.length > 0) return heard.shift();
			const waiting = new AbortController();
			const stop = () => waiting.abort();
			wake = stop;
			signal.addEventListener('abort', stop, {once: true});
			await wait(seconds, waiting.signal).catch(() => undefined);
			signal.removeEventListener('abort', stop);
			wake = () => undefined;
			return heard.shift();
		},
	};
}
