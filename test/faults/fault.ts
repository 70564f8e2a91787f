import type {ServerResponse} from 'node:http';
import type {Socket} from 'node:net';

/** What is asked of the API, told apart by when a job asks it: `look` is the read just before a write. */
export type Operation =
	| 'organization'
	| 'teams'
	| 'team'
	| 'team-creation'
	| 'stored'
	| 'look'
	| 'preparation'
	| 'write'
	| 'removal'
	| 'read-back'
	| 'redirect';

/**
What an exchange comes to for who sent the request, by the table of outcomes (design, section 2) and what it says of
reads (section 5). It follows from the fault alone, whatever the program makes of it:

- `usage`: what was given cannot be used, and nothing is tried
- `unsent`: the name, the connection or TLS failed, so nothing was sent
- `refused`: a clear no · `missing`: the API does not offer this · `key`: the key is refused · `barred`: it may not do just this
- `busy`: 429 · `overloaded`: 503
- `open`: sent, and nothing tells what became of it · `unreadable`: a good status, and nothing of use behind it
- `unmentioned`: a removal is answered without a word about the credential
- `incomplete`: a list that is not whole · `rowless`: one whose rows cannot be read · `good`: as it should be, at the latest when it is asked again
*/
export type Seen =
	| 'usage'
	| 'unsent'
	| 'refused'
	| 'missing'
	| 'key'
	| 'barred'
	| 'busy'
	| 'overloaded'
	| 'open'
	| 'unreadable'
	| 'unmentioned'
	| 'incomplete'
	| 'rowless'
	| 'good';

export type Kind =
	| 'names'
	| 'connections'
	| 'TLS'
	| 'proxies'
	| 'headers'
	| 'bodies'
	| 'shapes'
	| 'status codes'
	| 'waiting'
	| 'echoes';

/** What a server in good order answers. */
export type Proper = {
	readonly status: number;
	readonly json: unknown;
	readonly headers?: Readonly<Record<string, string>>;
};

/** A request that a fault meets. */
export type Struck = {
	readonly operation: Operation;
	readonly query: URLSearchParams;
	/** What would have been the answer. */
	readonly proper: Proper;
	readonly response: ServerResponse;
	readonly socket: Socket;
	/** The secrets that the program holds in this run: what a server could say back. */
	readonly known: readonly string[];
	/** How many requests it has met before. */
	readonly count: number;
};

/** A connection that a fault meets before any request. */
export type Met = {
	readonly socket: Socket;
	/** Takes it as a TLS server would, with this certificate, for a client that speaks it. */
	readonly secure: (certificate: 'expired' | 'for another host' | 'self-signed' | 'good') => void;
	/** Takes it as a server in good order would, but without TLS. */
	readonly plain: () => void;
};

export type Strike =
	| {readonly at: 'answer'; readonly answer: (struck: Struck) => void}
	/** `isTls`: the API is spoken to over TLS. */
	| {readonly at: 'connection'; readonly isTls?: true; readonly meet: (met: Met) => void}
	/** Nobody listens any more. */
	| {readonly at: 'connection'; readonly isTls?: true; readonly meet: 'closed'}
	/** Before the API is reached: another address for it, and variables of the environment. */
	| {readonly at: 'way'; readonly open: (scene: Scene) => Promise<Way>};

export type Way = {
	readonly url: string;
	/** Nothing ever comes of anything. */
	readonly isSilent?: true;
	readonly env?: Readonly<Record<string, string>>;
};

export type Scene = {
	/** Takes what is to be done once the run is over. */
	readonly closing: (close: () => void) => void;
	/** Says that nothing more comes of a connection. */
	readonly silence: () => void;
};

export type Fault = {
	readonly kind: Kind;
	/** What happens, in words that follow “When …”: a sentence without its stop. */
	readonly what: string;
	readonly seen: Seen | ((operation: Operation) => Seen);
	readonly strike: Strike;
	/** It strikes the first time only. */
	readonly isOnce?: true;
	/** Only a time limit ends it. */
	readonly isSilent?: true;
	/**
	Where it is tried on every day, of the places where it can be: at `some`, where another fault looks the same to
	whoever asks, and tells of the rest; at `few`, where it costs much time.
	*/
	readonly tried?: 'at some' | 'at few';
	/** Where it is tried; everywhere if not given. */
	readonly at?: readonly Operation[];
	/** How long the program waits at first before it tries again, in seconds. */
	readonly waits?: number;
};

export const isWrite = (operation: Operation | undefined): boolean =>
	operation === 'write' || operation === 'removal';

export const seenAt = ({seen}: Fault, operation: Operation): Seen =>
	typeof seen === 'string' ? seen : seen(operation);
