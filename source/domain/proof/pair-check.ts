/**
How sure it is what an answer means: by the provider's own documentation or as everybody sees it, by few who saw it, or
by the OAuth standard alone (RFC 6749, 5.2).
*/
export type Certainty = 'documented' | 'reported' | 'standard';

/** Whose answers are read: as a sentence calls them, and where a client ID and its secret are copied from. */
export type Asked = {readonly who: string; readonly portalUrl: string};

/** A whole answer of a token endpoint, before anything of it is believed. */
export type TokenAnswer = {readonly status: number; readonly contentType: string; readonly text: string};

/** What the provider refused: a client ID that it does not know, the secret of one that it knows, or it does not say which. */
export type RefusedPart = 'client-id' | 'secret' | 'pair';

/** What one answer tells, or why it tells nothing. `type` is a code of a fixed list, never one that was only read. */
export type Reading =
	| {readonly verdict: 'proved'; readonly certainty: Certainty}
	| {
			readonly verdict: 'refuted';
			readonly part: RefusedPart;
			readonly certainty: Certainty;
			readonly type: string;
	  }
	| UnknownReading;

export type UnknownReading = {
	readonly verdict: 'unknown';
	readonly type: string;
	readonly message: string;
	readonly advice: string;
};

/** A reading with the status of the answer that was read, where one came. */
export type EndpointReading = {readonly reading: Reading; readonly status?: number};

/** An address of a provider, which is asked over TLS only. */
export type SecureAddress = `https://${string}`;

/** How the pair is tried at one provider, as data. */
export type PairCheckSpec = Pick<Asked, 'who'> & {
	/** Asked one after the other until one of them knows the pair. */
	readonly endpoints: readonly SecureAddress[];
	/** Whether client ID and secret go in the form, or as HTTP Basic (RFC 6749, 2.3.1). */
	readonly login: 'form' | 'basic';
	/** What the form holds besides `grant_type=authorization_code`, `code`, and the pair where it is in there. */
	readonly parameters: Readonly<Record<string, string>>;
	readonly sendsRedirectUri: boolean;
	/** What a known answer means; undefined of any other. Pure. */
	readonly read: (answer: TokenAnswer) => Reading | undefined;
};
