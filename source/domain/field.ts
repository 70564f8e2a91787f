/** A field at the top of the request body, by the name its step, flag and review line share. */
export type BodyFieldId = 'client-id' | 'client-secret' | 'details' | 'redirect-url-override';

/** Any field of the body. What is inside of `details` is a matter of the provider. */
export type FieldId = BodyFieldId | `details.${string}`;

/** A field that a flag of its own takes. No flag takes a secret, and details have flags of their own. */
export type FlagFieldId = Exclude<BodyFieldId, 'client-secret' | 'details'>;

/** How a field is asked for, and what its value is. */
export type FieldKind = 'text' | 'secret' | 'yes-no' | 'list' | 'url' | 'json';

/**
A value that does not look like what the provider hands out. It is said and never blocks: the provider may
change its formats any day. Only patterns backed by a provider's own text or many examples are here.
*/
export type Expectation = {
	readonly pattern: RegExp;
	/** What the value usually is, to follow “The {provider} {field} is usually …”. */
	readonly usually: string;
};

/** One field, defined once: steps, flags, review lines, request body and error mapping are derived from it. */
export type Field = {
	readonly id: FieldId;
	/** The step's title, and the name of the field wherever it is mentioned. */
	readonly title: string;
	readonly kind: FieldKind;
	/** Where the value goes in the request body, for example `['details', 'fitbit', 'is_hr_enabled']`. */
	readonly path: readonly string[];
	readonly isRequired: boolean;
	/** Where the person finds the value, as one sentence. */
	readonly help: string;
	/** What the help has to say besides. */
	readonly moreHelp?: readonly string[];
	readonly expectation?: Expectation;
	/** The known values of a list; others can be added. */
	readonly options?: readonly string[];
	/** What a yes-no field or a list is where nothing was chosen. */
	readonly initial?: boolean | readonly string[];
	/** What its own flag takes and is for, as the help of the command line says it. */
	readonly flag?: {readonly value: string; readonly help: string};
	/** Lists show that it is set: in a column, or as a badge, of this word, or by this sign where there is no room. */
	readonly mark?: {readonly word: string; readonly sign: string};
	/** Whether it is the address of an endpoint that can be tried before it is used. */
	readonly isTriable?: true;
};
