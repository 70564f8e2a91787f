import type {Expectation, Field} from '../field.ts';

/** How an end user of the customer's app connects. */
export type ConnectionKind = 'oauth' | 'password' | 'sdk' | 'bluetooth' | 'practice' | 'manual';

/** Whether a team's own credentials apply: `practice` binds a clinic's practice ID, without any secret. */
export type OwnOAuth = 'yes' | 'no' | 'unknown' | 'practice';

/** How one gets an application at the provider. */
export type Programme = {
	readonly kind: 'self-sign-up' | 'application' | 'closed';
	readonly note: string;
};

export type Lifecycle =
	| {readonly kind: 'active'}
	| {readonly kind: 'beta'; readonly note: string}
	| {readonly kind: 'retiring' | 'retired'; readonly note: string; readonly successor?: string};

/** What must still happen at the provider after the credential was saved. */
export type Activation =
	/** `note` is what to know about users who connect from now on. */
	| {readonly kind: 'immediate'; readonly note?: string}
	| {readonly kind: 'steps'; readonly steps: readonly string[]}
	| {readonly kind: 'unknown'};

/** One provider, as data. A new provider is an entry in the catalogue, not code. */
export type Provider = {
	/** The API's own name for it. */
	readonly slug: string;
	readonly name: string;
	/** Other words people type for it, in lower case. */
	readonly aliases: readonly string[];
	readonly connection: ConnectionKind;
	readonly ownOAuth: OwnOAuth;
	/** Why own OAuth does not apply, or why it is not known. Absent where it applies. */
	readonly reason?: string;
	/** Whether the provider can be used only with one's own application. */
	readonly isOwnAppOnly: boolean;
	readonly programme?: Programme;
	readonly lifecycle: Lifecycle;
	readonly activation: Activation;
	/** Where the application is made and its client ID and secret are shown. */
	readonly portalUrl?: string;
	readonly docsUrl?: string;
	/** Why sandbox and production should not share one client ID. */
	readonly separateEnvironments?: string;
	/** What a brand new application may request of the provider, in words. */
	readonly startingLimit?: string;
	/** Why users should return to one's own domain first in production; without it there is a warning. */
	readonly needsOwnRedirectDomain?: string;
	readonly clientId?: {readonly help?: string; readonly expectation?: Expectation};
	readonly clientSecret?: {readonly help?: string; readonly expectation?: Expectation};
	/** The fields of `details`, in the order they are asked. */
	readonly details: readonly Field[];
};
