import type {ApiGeneration} from '../domain/api-generation.ts';
import type {Credential, Place} from '../domain/credential.ts';
import type {Before, SaveOutcome, SaveProgress} from '../domain/outcome.ts';
import type {
	Connection,
	ManagementApi,
	OrganizationMemory,
	RedirectCheck,
	RedirectTarget,
	RequestOptions,
} from '../domain/ports.ts';
import type {Result} from '../domain/problem.ts';
import type {Secret} from '../domain/secret.ts';

/** A running embedded API: where it is, and the organizations it lets in. */
export type DemoSession = {
	readonly url: string;
	readonly organizations: readonly {readonly id: string; readonly name: string; readonly key: string}[];
};

export type KnownKey = {readonly secret: Secret; readonly generation: ApiGeneration; readonly from: string};

/** Everything the screens ask of the world. They know nothing of HTTP, files or the process. */
export type Services = {
	readonly now: () => Date;
	/** The text without any secret of this run, should somebody else have said it. */
	readonly hide: (text: string) => string;
	readonly memory: OrganizationMemory;
	readonly connect: (connection: Connection) => ManagementApi;
	readonly readBefore: (
		api: ManagementApi,
		place: Place,
		teamId: string,
		provider: string,
		options: RequestOptions,
	) => Promise<Before>;
	readonly save: (
		api: ManagementApi,
		place: Place,
		credential: Credential,
		options: {
			readonly before: Before;
			readonly signal: AbortSignal;
			readonly onProgress: (progress: SaveProgress) => void;
		},
	) => Promise<SaveOutcome>;
	readonly startDemo: () => Promise<DemoSession>;
	/** Hands the text to the terminal's and the system's clipboard. Whether it arrives cannot be known. */
	readonly copy: (text: string) => void;
	/** Opens the address in the browser, where there is one. */
	readonly open: (address: string) => void;
	readonly checkRedirect: (
		address: string,
		target: RedirectTarget,
		options: {readonly signal: AbortSignal},
	) => Promise<RedirectCheck>;
	/** Writes the report and gives its path. Never over a file that is there already. */
	readonly writeReport: (text: string, name: string) => Promise<Result<string>>;
};

/** What flags and the environment settled before the first screen. */
export type Settled = {
	readonly apiUrl?: string;
	readonly generation?: ApiGeneration;
	/** A key from the environment: never offered to another API than its own. */
	readonly key?: KnownKey;
	/** A team's ID or name, to be found in the list. */
	readonly team?: string;
	/** A provider that own OAuth is not for: asked about before it counts. */
	readonly provider?: string | undefined;
	readonly demo?: DemoSession;
	/** Whether presenter mode is on from the start. */
	readonly isPresenting?: boolean;
	/** Where the report of each save is written, without asking. */
	readonly reportFile?: string;
};
