import {type Fault, isWrite} from '../fault.ts';
import {saying} from '../striking.ts';

const kind = 'waiting';

const serverTime = Date.UTC(2026, 1, 2, 10, 0, 0);
const dateOf = (seconds: number): string => new Date(serverTime + seconds * 1000).toUTCString();

/** A server that is busy once, and says when to come again. `waits`: how long the program waits then, in seconds. */
const busyOnce = (what: string, retryAfter: string | undefined, waits: number, status = 429): Fault => ({
	kind,
	what: `the server is busy once (${status}) and ${what}`,
	seen: operation => (isWrite(operation) ? (status === 503 ? 'overloaded' : 'busy') : 'good'),
	isOnce: true,
	waits,
	strike: saying({
		status,
		json: {detail: 'Not now.'},
		headers: {
			...(retryAfter !== undefined && {'retry-after': retryAfter}),
			date: dateOf(0),
		},
	}),
});

const all: readonly Fault[] = [
	busyOnce('does not say when to come again', undefined, 1),
	busyOnce('does not say when to come again', undefined, 1, 503),
	busyOnce('says: at once (0)', '0', 0),
	busyOnce('says: in 2 seconds', '2', 2),
	busyOnce('says: in 2 seconds', '2', 2, 503),
	busyOnce('says: in 1.5 seconds', '1.5', 2),
	busyOnce('says: in -5 seconds', '-5', 1),
	busyOnce('says: in 1,000,000,000 seconds', '1000000000', 30),
	busyOnce('says: in 1e9 seconds', '1e9', 1),
	busyOnce('says: at a time that has passed', dateOf(-3600), 0),
	busyOnce('says: at a time in 7 seconds', dateOf(7), 7),
	busyOnce('says: at a time in ten years', dateOf(315_360_000), 30),
	busyOnce('says something that is no time', 'soon; $(date)', 1),
	busyOnce('says nothing where the time should be', '', 1),
];

/** The first two are tried everywhere: what the others say is read in one place. */
export const waiting: readonly Fault[] = all.map((fault, index) =>
	index < 2 ? fault : {...fault, tried: 'at some'},
);
