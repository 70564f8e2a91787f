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

/** What a provider is as long as no date of its own ends it. */
export type Standing =
	| {readonly kind: 'active'}
	| {readonly kind: 'beta' | 'retiring' | 'retired'; readonly note: string};

/** What a provider is on a day, with the slug of the provider that takes its place. */
export type Lifecycle =
	| Extract<Standing, {kind: 'active'}>
	| {readonly kind: 'beta'; readonly note: string}
	| {readonly kind: 'retiring' | 'retired'; readonly note: string; readonly successor?: string};

/** Something that happens at a provider on a day, in a month or in a year, as far as that is known. */
export type ProviderDate = {
	/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
	readonly date: string;
	/** A sentence that is true before that date and after it, as is the advice. */
	readonly what: string;
	readonly advice?: string;
	/** Who says it, in words, with a link where there is one. */
	readonly source: string;
	/** `documented` by the provider, by Junction or by several others alike; `reported` by one good source. */
	readonly certainty: 'documented' | 'reported';
	/** Whether the provider ends with that date; one date at most does. */
	readonly ends?: true;
	/** Whether somebody published this as its end, in place of the date that counts. */
	readonly otherEnd?: true;
};

/** The provider that takes the place of one that ends. */
export type Successor = {
	readonly slug: string;
	/** Whether both can be used for a time, until the earlier one ends. */
	readonly runsBeside?: true;
};

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
	/** Ask `lifecycleOn` what it is on a day: that depends on its dates as well. */
	readonly standing: Standing;
	readonly successor?: Successor;
	/** What happens when, in the order of time. */
	readonly dates?: readonly ProviderDate[];
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
