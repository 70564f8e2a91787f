import type {LiveSecrets} from '../domain/live-secrets.ts';
import type {Connection, ExchangeRecord} from '../domain/ports.ts';
import type {Fetch} from './node-fetch.ts';

/** How every request of one client is made. */
export type Transport = {
	readonly connection: Connection;
	readonly userAgent: string;
	readonly timeoutSeconds: number;
	/** Every secret that went out, so that no later answer can bring one back into a message. */
	readonly secrets: LiveSecrets;
	readonly fetch: Fetch;
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	readonly onExchange?: (exchange: ExchangeRecord) => void;
};
