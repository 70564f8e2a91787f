import type {Environment} from '../credential.ts';
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

/** A rule of a provider's portal that counts more than the API's general advice. */
export type RegistrationRule = {
	/** The type of the value that it is about, such as `redirect_uri`, or `redirect_domain`, its host alone. */
	readonly type: string;
	/** Where alone it counts. */
	readonly environment?: Environment;
	readonly words: string;
};

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
	/** What to mind when registering the application at the provider, beyond the preparation steps. */
	readonly checklist?: readonly string[];
	/** Whether its portal takes the domain of the redirect URI instead of the whole address. */
	readonly takesBareDomain?: boolean;
	/** What the portal takes in place of what the API advises to register, by the type of the value. */
	readonly registrationRules?: readonly RegistrationRule[];
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
