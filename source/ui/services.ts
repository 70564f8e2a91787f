import type {Credential, NewTeam, Place} from '../domain/credential.ts';
import type {ForwarderKind} from '../domain/forwarder.ts';
import type {Before, SaveOutcome, SaveProgress} from '../domain/outcome.ts';
import type {
	Connection,
	ManagementApi,
	OrganizationMemory,
	RedirectCheck,
	RedirectTarget,
	RequestOptions,
	TickMemory,
} from '../domain/ports.ts';
import type {Problem, Result} from '../domain/problem.ts';
import type {Finding} from '../domain/proof/finding.ts';
import type {
	ApplicationProof,
	ConnectionProgress,
	ConnectionProof,
	NotedUser,
	Pair,
	ProofTarget,
	SaidByPage,
	UserRemoval,
} from '../domain/proof/ports.ts';
import type {Secret} from '../domain/secret.ts';
import type {TeamCreation} from '../domain/team-creation.ts';
import type {DemoSession} from '../wizard/launch.ts';

/** Everything the screens ask of the world. They know nothing of HTTP, files or the process. */
export type Services = {
	readonly now: () => Date;
	/** Resolves after so many seconds, or as soon as the signal aborts. Never rejects. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** The text without any secret of this run, should somebody else have said it. */
	readonly hide: (text: string) => string;
	readonly memory: OrganizationMemory;
	readonly ticks: TickMemory;
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
	/** A new ID for a team, a UUID. */
	readonly newId: () => string;
	/** Creates the team; where `doubt` is why nobody knows whether it is there, only looks for it. */
	readonly createTeam: (
		api: ManagementApi,
		team: NewTeam,
		doubt: Problem | undefined,
		options: RequestOptions,
	) => Promise<TeamCreation>;
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
	/** Asks the provider about the pair, or without the secret about the consent; on the demo, the demo. */
	readonly checkPair: (
		pair: Pair,
		how: {
			readonly signal: AbortSignal;
			readonly isConsent: boolean;
			readonly apiUrl: string;
			readonly demoUrl: string | undefined;
		},
	) => Promise<Finding>;
	/** Compares what was saved with what Junction sends users to. Deletes its test user, also where it was aborted. */
	readonly proveApplication: (
		at: {readonly connection: Connection; readonly junctionUrl: string},
		target: ProofTarget,
		options: RequestOptions,
	) => Promise<ApplicationProof>;
	/** Waits until a person has connected an account, until `stopProof`, or until the link has ended. */
	readonly proveConnection: (
		at: {readonly connection: Connection; readonly junctionUrl: string},
		target: ProofTarget,
		options: RequestOptions & {readonly onProgress: (progress: ConnectionProgress) => void},
	) => Promise<ConnectionProof>;
	/** Ends the connection that is waited for, with what the person read on its page, if anything. */
	readonly stopProof: (said?: SaidByPage) => void;
	/** The test users that earlier runs left in the organization. */
	readonly leftUsers: (organization: NotedUser['organization']) => readonly NotedUser[];
	/** Deletes them as far as they are ours, and gives what became of each. */
	readonly deleteLeftUsers: (
		connection: Connection,
		users: readonly NotedUser[],
		options: RequestOptions,
	) => Promise<readonly UserRemoval[]>;
	/** Reads a regular file of up to 64 kB that was dropped on the terminal. Never rejects. */
	readonly readDropped: (path: string) => Promise<Result<Secret>>;
	/** Writes a page and gives its path. Never over a file that is there already. */
	readonly writePage: (text: string, name: string) => Promise<Result<string>>;
	/** Writes a forwarder into a folder, made if missing, and gives its path. Never over a file. Never rejects. */
	readonly writeForwarder: (kind: ForwarderKind, folder: string) => Promise<Result<string>>;
};
