import type {ApiCall} from '../domain/body/calls.ts';
import type {LiveSecrets} from '../domain/live-secrets.ts';
import type {ExchangeRecord} from '../domain/ports.ts';
import type {Secret} from '../domain/secret.ts';
import type {Fetch} from './node-fetch.ts';

/** How every exchange of one run is made, whoever it is with. */
export type Http = {
	readonly userAgent: string;
	readonly timeoutSeconds: number;
	/** Every secret that went out, so that no later answer can bring one back into a message. */
	readonly secrets: LiveSecrets;
	readonly fetch: Fetch;
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** What time it is, in milliseconds since 1970: that of the computer, if not given. */
	readonly now?: () => number;
	readonly onExchange?: (exchange: ExchangeRecord) => void;
};

/** Whom the requests of one client go to, and what lets them in. */
export type Peer = {
	/** As in “The … API”. */
	readonly name: string;
	/** What it is as a whole, where that is not the Management API. */
	readonly called?: string;
	/** The base address, without a slash at its end. */
	readonly url: string;
	/** What lets in, and the header that carries it. */
	readonly key: Secret;
	readonly headerOf: (key: string) => readonly [name: string, value: string];
	readonly addressOf: (call: Pick<ApiCall, 'path' | 'query'>) => string;
	/** What the key is called, and what to do where it is not accepted (401) or may not do this (403). */
	readonly keyWords: {
		readonly name: string;
		readonly refused: string;
		readonly forbidden: {readonly message: string; readonly advice: string};
	};
};

/** How every request of one client is made. */
export type Transport = Http & {readonly peer: Peer};
