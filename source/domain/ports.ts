import type {ApiGeneration} from './api-generation.ts';
import type {
	Credential,
	Environment,
	NewTeam,
	Organization,
	Place,
	Region,
	StoredCredential,
	Team,
} from './credential.ts';
import type {Problem, Result} from './problem.ts';
import type {ScopeRequirements, TeamToken} from './proof/team.ts';
import type {Secret} from './secret.ts';

/** All that a client of the Management API needs to know. `url` has no trailing slash. */
export type Connection = {
	readonly generation: ApiGeneration;
	readonly url: string;
	readonly organizationId: string;
	readonly key: Secret;
};

/** Told while a request waits before it is sent again, so that the wait is visible. `problem` is why it waits. */
export type Waiting = {
	readonly attempt: number;
	readonly seconds: number;
	readonly because: string;
	readonly problem: Problem;
};

/**
One HTTP exchange as it may be printed: never a header's value, a body or a key. `path` is the address without
its host, with the query as it was sent; `trouble` says in a word why no whole answer came, such as `timeout`.
*/
export type ExchangeRecord = {
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly path: string;
	readonly status?: number;
	readonly milliseconds: number;
	readonly requestId?: string;
	readonly trouble?: string;
};

export type RequestOptions = {
	readonly signal: AbortSignal;
	readonly onWaiting?: (waiting: Waiting) => void;
};

/**
`onPage` is told the rows that a page adds to a list, while another page follows: the last ones come with the list itself.
*/
export type ListOptions<Row> = RequestOptions & {readonly onPage?: (rows: readonly Row[]) => void};

/** A list of which all pages were read, or as many as the server gave; `warning` says why there may be more. */
export type Listing<Row> = {readonly rows: readonly Row[]; readonly warning?: string};

/**
One value to register at the provider. `type` is `redirect_uri`, `webhook_uri`, `iam_principal` or one not known yet;
where a portal takes no whole address, it is ours: `redirect_domain`.
*/
export type PreparationStep = {
	readonly type: string;
	readonly key: string;
	readonly value: string;
	readonly description: string;
};

/** What must be registered at the provider before its credential works. No steps: nothing is needed. */
export type Preparation = {
	readonly steps: readonly PreparationStep[];
	/** How many more the API named that cannot be read, or copied safely. */
	readonly leftOut?: number;
};

/** What became of each credential ID of a removal. */
export type Removal = {
	readonly deleted: readonly string[];
	readonly notFound: readonly string[];
	readonly failed: readonly string[];
};

/** One way in which a redirect endpoint differs from what is needed, and what to do about it. */
export type RedirectDeviation = {
	readonly kind:
		| 'unreachable'
		| 'own-page'
		| 'other-status'
		| 'no-location'
		| 'other-host'
		| 'other-environment'
		| 'other-path'
		| 'query-dropped'
		| 'query-changed';
	readonly message: string;
	readonly advice: string;
};

/** What a try of the customer's redirect endpoint showed. No deviations: it forwards as it must. */
export type RedirectCheck = {readonly deviations: readonly RedirectDeviation[]};

/** What the endpoint must forward to. `callback` is the redirect URI from the preparation, where it is known. */
export type RedirectTarget = Place & {readonly callback?: string | undefined};

/** The Management API, for one organization. Operations never throw; an aborted one gives a problem nobody reads. */
export type ManagementApi = {
	organization(options: RequestOptions): Promise<Result<Organization>>;
	teams(
		filter: {readonly region?: Region; readonly teamId?: string},
		options: ListOptions<Team>,
	): Promise<Result<Listing<Team>>>;
	/** One team by its ID, which a management key of that team alone may read too. */
	team(id: string, options: RequestOptions): Promise<Result<Team>>;
	/** Creates a team, sent once; its problems mean what those of `upsert` mean. Nothing takes it back. */
	createTeam(team: NewTeam, options: RequestOptions): Promise<Result<Team>>;
	/** Those of one team, or of all teams. */
	credentials(
		place: Place,
		teamId: string | undefined,
		options: ListOptions<StoredCredential>,
	): Promise<Result<Listing<StoredCredential>>>;
	/** Asks for the values to register; stores nothing. */
	prepare(
		place: Place,
		target: {readonly teamId: string; readonly provider: string},
		options: RequestOptions,
	): Promise<Result<Preparation>>;
	/**
	Writes. Sends once; sending again is the caller's decision, because a write may have arrived. The problem's kind tells:
	`unreachable` nothing was sent; `uncertain` it may have arrived (timeout, reset, cut or unreadable answer, 408,
	500, 502, 504); `retry` 429 or 503; every other kind is a clear refusal.
	*/
	upsert(place: Place, credential: Credential, options: RequestOptions): Promise<Result<StoredCredential>>;
	/** Deletes by credential ID, sent once; its problems mean what those of `upsert` mean. */
	remove(place: Place, ids: readonly string[], options: RequestOptions): Promise<Result<Removal>>;
	/** A token for Junction's API, of this team alone, which ends by itself. One that got lost harms nobody. */
	teamToken(teamId: string, environment: Environment, options: RequestOptions): Promise<Result<TeamToken>>;
	/** The scopes that the team requires of users of the provider; undefined where it requires none of its own. */
	scopeRequirements(
		teamId: string,
		provider: string,
		options: RequestOptions,
	): Promise<Result<ScopeRequirements | undefined>>;
};

export type Connect = (connection: Connection) => ManagementApi;

/** An organization as it is remembered between runs, without any secret. `lastUsed` is an ISO 8601 time. */
export type RememberedOrganization = {
	readonly id: string;
	readonly name?: string;
	readonly generation: ApiGeneration;
	readonly url: string;
	readonly environment?: Environment;
	readonly region?: Region;
	readonly team?: {readonly id: string; readonly name?: string};
	readonly provider?: string;
	readonly lastUsed: string;
};

/** What is remembered. Writing never throws: a folder that cannot be written is said once, and the work goes on. */
export type OrganizationMemory = {
	readonly remembered: readonly RememberedOrganization[];
	/** Damaged files that were set aside, and other things worth saying. */
	readonly warnings: readonly string[];
	remember(organization: RememberedOrganization): Promise<string | undefined>;
	forget(organization: RememberedOrganization): Promise<string | undefined>;
};

/** Which checklist: of one team and provider, at one place, of an organization at one address of the API. */
export type Checklist = {
	readonly organization: {readonly url: string; readonly id: string};
	readonly place: Place;
	readonly teamId: string;
	readonly provider: string;
	/** Whether it is of the demo, which keeps its ticks for its run alone. */
	readonly isDemo: boolean;
};

/** The ticks of checklists, kept between runs. A tick that cannot be kept counts for this run, and that is said. */
export type TickMemory = {
	ticked(checklist: Checklist): ReadonlySet<string>;
	tick(checklist: Checklist, step: string, isDone: boolean): string | undefined;
};
