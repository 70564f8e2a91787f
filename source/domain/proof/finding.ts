import type {Secret} from '../secret.ts';

/** What a proof came to. `unknown` is never taken for either of the others. */
export type Verdict = 'proved' | 'refuted' | 'unknown';

/** What was seen by a proof, in words that hold no secret, no token and no address of a link. */
export type Finding = {
	readonly verdict: Verdict;
	/** What was seen, in one sentence. */
	readonly message: string;
	/** What to do next, in one sentence, where there is something to do. */
	readonly advice?: string;
	/** Why it is not proved, for programs: the other side’s own code, such as `invalid_client`, or the kind of a Problem. */
	readonly type?: string;
	/** The HTTP status of the answer that showed it, where there was one. */
	readonly status?: number;
};

/** Whether Junction's address to consent has what was saved. `scope`: what is required, and what is asked for. */
export type Difference = {
	readonly field: 'client_id' | 'redirect_uri' | 'scope';
	readonly saved: string;
	readonly used: string;
};

export type ApplicationFinding = Finding & {
	readonly differences: readonly Difference[];
	/** The scopes that users are asked for, as far as the address tells. */
	readonly scopes: readonly string[];
};

/** `account`: the provider's name for the account that consented, shown only to who asks. */
export type ConnectionFinding = Finding & {readonly account?: Secret};

/** All that was proved of one save. What nobody tried is not in it. */
export type Proofs = {
	readonly pair?: Finding;
	/** What the provider's address to consent says of client ID, redirect URI and scopes, without the secret. */
	readonly consent?: Finding;
	readonly application?: ApplicationFinding;
	readonly connection?: ConnectionFinding;
	/** Whether the test user is gone again; absent where none was made. */
	readonly isTestUserDeleted?: boolean;
};
