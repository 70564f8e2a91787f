import type {ApiGeneration} from '../domain/api-generation.ts';
import type {Secret} from '../domain/secret.ts';

/** A running embedded API: where it is, and the organizations it lets in. */
export type DemoSession = {
	readonly url: string;
	readonly organizations: readonly {readonly id: string; readonly name: string; readonly key: string}[];
};

/** A key that somebody else than the person gave; `from` says who. */
export type KnownKey = {readonly secret: Secret; readonly generation: ApiGeneration; readonly from: string};

/** What flags and the environment settled before the first screen. */
export type Launch = {
	readonly apiUrl?: string;
	/** Junction's API for teams, where a flag names it. */
	readonly junctionUrl?: string;
	readonly generation?: ApiGeneration;
	/** A key from the environment: never offered to another API than its own. */
	readonly key?: KnownKey;
	/** A team's ID or name, to be found in the list. */
	readonly team?: string;
	/** A provider that own OAuth is not for, or that has ended: asked about before it counts. */
	readonly provider?: string | undefined;
	readonly demo?: DemoSession;
	/** Whether presenter mode is on from the start. */
	readonly isPresenting?: boolean;
	/** The document of `--from`, for the first credential alone. */
	readonly document?: Secret;
	/** Where the report of each save is written, without asking. */
	readonly reportFile?: string;
};
