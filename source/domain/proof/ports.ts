import type {Place} from '../credential.ts';
import type {ManagementApi, RequestOptions} from '../ports.ts';
import type {Problem, Result} from '../problem.ts';
import type {Provider} from '../providers/provider.ts';
import type {Secret} from '../secret.ts';
import type {ApplicationFinding, ConnectionFinding, Finding} from './finding.ts';
import type {TeamToken} from './team.ts';

/** A client ID and its secret, with the redirect URI that is registered for them, as far as anybody knows. */
export type Pair = {
	readonly provider: Provider;
	readonly clientId: string;
	readonly secret: Secret;
	readonly redirectUri: string;
};

/** Tries the pair with a made-up code at the provider's own token endpoint. Stores nothing there. Never throws. */
export type CheckPair = (pair: Pair, options: {readonly signal: AbortSignal}) => Promise<Finding>;

/** The same without the secret: whether the provider would show its page of consent for client ID, URI and scopes. */
export type CheckConsent = (
	consent: Omit<Pair, 'secret'> & {readonly scopes: readonly string[]},
	options: {readonly signal: AbortSignal},
) => Promise<Finding>;

/** A user of Junction that a proof makes. `clientUserId` is ours: `byoo-proof-` and a UUID. */
export type TestUser = {readonly id: string; readonly clientUserId: string};

/** What lets one person connect one provider, once. Both are as good as a password for its ten minutes. */
export type Link = {readonly token: Secret; readonly address: Secret};

/** One connection of a user. `status` is `connected`, `error`, or one not known yet. */
export type UserConnection = {
	readonly provider: string;
	readonly status: string;
	/** The API's own words, scrubbed. */
	readonly error?: {readonly type: string; readonly message: string};
	readonly account?: Secret;
};

/** Junction's API for one team in one environment, opened with a team's token. Operations never throw. */
export type JunctionApi = {
	/** Sent once; its problems mean what those of a write mean. `day` is `YYYY-MM-DD`: nothing else is fetched. */
	createUser(
		user: {readonly clientUserId: string; readonly day: string},
		options: RequestOptions,
	): Promise<Result<TestUser>>;
	/** The user of this name of ours; undefined where there is none. */
	findUser(clientUserId: string, options: RequestOptions): Promise<Result<TestUser | undefined>>;
	/** The user of this ID; undefined where there is none. */
	user(id: string, options: RequestOptions): Promise<Result<TestUser | undefined>>;
	deleteUser(id: string, options: RequestOptions): Promise<Result<object>>;
	createLink(
		link: {readonly userId: string; readonly provider: string; readonly redirectUrl?: string},
		options: RequestOptions,
	): Promise<Result<Link>>;
	/** Where a user is sent to consent, by the API. Undefined where it names none. */
	consentAddress(
		provider: string,
		token: Secret,
		options: RequestOptions,
	): Promise<Result<Secret | undefined>>;
	/** The `Location` of an address at Junction itself, asked once and not followed; undefined where it has none. */
	locationOf(address: Secret, options: RequestOptions): Promise<Result<Secret | undefined>>;
	connections(userId: string, options: RequestOptions): Promise<Result<readonly UserConnection[]>>;
};

/** Opens Junction's API at a base URL without a slash at its end. */
export type ConnectJunction = (at: {readonly url: string; readonly token: Secret}) => JunctionApi;

/** A test user as it is noted, without any token, until it is known to be deleted. */
export type NotedUser = {
	readonly organization: {readonly url: string; readonly id: string};
	readonly place: Place;
	readonly teamId: string;
	readonly junctionUrl: string;
	readonly clientUserId: string;
	/** Known once the API answered. */
	readonly id?: string;
};

/** The notes of test users, kept between runs. Writing never throws: what cannot be kept is said. */
export type TestUserNotes = {
	/** Those that are left of this organization. */
	left(organization: NotedUser['organization']): readonly NotedUser[];
	note(user: NotedUser): string | undefined;
	forget(user: NotedUser): void;
};

/** Whose application is proved, and what was saved of it. */
export type ProofTarget = {
	readonly place: Place;
	readonly teamId: string;
	readonly provider: Provider;
	readonly clientId: string | null;
	/** The customer's own callback, where one is saved. */
	readonly redirectOverride?: string;
	/** The redirect URI that the API names to register, where it was asked. */
	readonly callback?: string;
};

export type ApplicationProof = {
	readonly application: ApplicationFinding;
	readonly isTestUserDeleted?: boolean;
	/** What else is worth saying, such as that a note could not be written. */
	readonly notes: readonly string[];
};

export type ConnectionProof = {
	readonly connection: ConnectionFinding;
	readonly isTestUserDeleted?: boolean;
	readonly notes: readonly string[];
};

/** How far a connection is: `open` once there is a page to consent at. */
export type ConnectionProgress =
	| {readonly kind: 'preparing'}
	| {
			readonly kind: 'open';
			/** The link itself, for the screen, the clipboard and the QR code. */
			readonly address: Secret;
			/** A page on this computer that leads there, for the browser and for arguments. */
			readonly page: string;
			/** When the link ends, in milliseconds since 1970. */
			readonly endsAt: number;
	  }
	| {readonly kind: 'deleting'};

/** What a person read on the provider's or Junction's page, where no program could. */
export type SaidByPage = 'redirect-uri' | 'client' | 'blocked' | 'scopes' | 'other';

/** What Junction sends the browser back with. `type` and `message` are its own words, scrubbed. */
export type LinkReturn =
	| {readonly ok: true}
	| {readonly ok: false; readonly type: string; readonly message: string};

/** A server on this computer alone, for the browser that consents. Its addresses cannot be guessed. */
export type Loopback = {
	/** A page that leads to the link, so that the link itself stands in no argument of a program. */
	leadTo(address: Secret): string;
	/** Where Junction is to send the browser back to. */
	readonly returnUrl: string;
	/** The first return. Never rejects, and never settles where nobody comes back. */
	readonly returned: Promise<LinkReturn>;
	close(): Promise<void>;
};

/** All that a proof at Junction uses of the world. */
export type ProofWorld = {
	readonly organization: NotedUser['organization'];
	readonly api: ManagementApi;
	/** Junction's API for the target's place, without a slash at its end. */
	readonly junctionUrl: string;
	readonly connectJunction: ConnectJunction;
	readonly notes: TestUserNotes;
	/** The tokens of this run by team and environment, used until they end: the API gives few of them. */
	readonly tokens: Map<string, TeamToken>;
	/** A new UUID. */
	readonly newId: () => string;
	readonly now: () => Date;
	/** Ends early, without throwing, when the signal aborts. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	readonly openLoopback: () => Promise<Result<Loopback>>;
};

/** What became of a test user. `not-ours`: its ID is now somebody else's, so it was left alone. */
export type UserRemoval =
	| {readonly kind: 'deleted' | 'gone' | 'not-ours'}
	| {readonly kind: 'left'; readonly problem: Problem};
