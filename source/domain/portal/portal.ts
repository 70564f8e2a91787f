import type {Environment} from '../credential.ts';
import type {FieldId} from '../field.ts';

/**
What a portal's step says. A plain text is documented by the provider or by several sources; what rests on one good
source is `reported` and shown as that. What is less sure is not kept.
*/
export type Statement = string | {readonly reported: string};

/**
A value of ours that belongs in a field of the portal. Of the preparation: `redirect_uri` and its host alone,
`redirect_domain`, in whose place the customer's own callback is registered where there is one; `webhook_uri`;
`iam_principal`; and `forward_target`, the redirect URI to which a callback of one's own forwards. Besides:
`own_callback`, where nothing but the customer's own will do, and the `scopes` that Junction asks for.
*/
export type PortalValue =
	| 'redirect_uri'
	| 'redirect_domain'
	| 'own_callback'
	| 'forward_target'
	| 'webhook_uri'
	| 'iam_principal'
	| 'scopes';

/** What counts at a portal in place of what the API advises to do with a value. */
export type PortalRule = {
	/** The type of the value that it is about, such as `redirect_uri`, or `redirect_domain`, its host alone. */
	readonly type: string;
	readonly onlyIn?: Environment;
	readonly words: string;
};

/** One step at a provider's portal, as data, in the order of the portal. */
export type PortalStep = {
	/** Kept with its tick, so it stays when the words change. Lower case, words apart by a hyphen. */
	readonly id: string;
	/** What to do, begun by a verb, in up to 60 characters. */
	readonly title: string;
	/** Whether the step itself rests on one source only. */
	readonly isReported?: boolean;
	readonly onlyIn?: Environment;
	/** A value without which the step is left out, where the API was asked and names none. */
	readonly onlyWith?: PortalValue;
	/** How it is done, in the portal's own words for its buttons and fields. */
	readonly how: readonly Statement[];
	/** The exact page. `{project}` stands for the Google project, and its parameter is left out where none is known. */
	readonly page?: string;
	readonly puts?: {readonly value: PortalValue; readonly field: string};
	/** Lines of a shell command; what is not known yet stays as a name in capitals, such as `PROJECT_ID`. */
	readonly command?: readonly string[];
	/** The field of the credential that this step gives, and that can be typed here. */
	readonly answers?: FieldId;
	/** Where the client secret is handed out. What else has to be registered is registered before it. */
	readonly showsSecret?: true;
	/** What it looks like when it is right. */
	readonly right?: Statement;
	readonly traps?: readonly Statement[];
};

/** What is done at a provider before its client ID and secret are there, and after they were saved. */
export type Portal = {
	/** Where it is, such as `Google Cloud`. */
	readonly place: string;
	readonly steps: readonly PortalStep[];
	readonly rules?: readonly PortalRule[];
	/** The scopes that Junction's description names, exactly as they are spelled. */
	readonly scopes: readonly string[];
	/** How to try it with one user, once it is saved. */
	readonly trial: readonly Statement[];
};
