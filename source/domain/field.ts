/** A field of the request body, by the name its step, flag and review line share. */
export type FieldId =
	| 'client-id'
	| 'client-secret'
	| 'redirect-url-override'
	| 'details'
	| `details.${string}`;

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
	readonly expectation?: Expectation;
	/** The known values of a list; others can be added. */
	readonly options?: readonly string[];
	/** What a yes-no field or a list is where nothing was chosen. */
	readonly initial?: boolean | readonly string[];
};
