import type {NewTeam, Organization, Place, StoredCredential, Team} from '../domain/credential.ts';
import {type Load, loading} from '../domain/loading.ts';
import type {Before, SaveOutcome} from '../domain/outcome.ts';
import type {PlannedSave} from '../domain/plan.ts';
import type {
	Connection,
	Listing,
	Preparation,
	RedirectCheck,
	RedirectTarget,
	RememberedOrganization,
} from '../domain/ports.ts';
import type {Problem, Result} from '../domain/problem.ts';
import type {Finding} from '../domain/proof/finding.ts';
import type {
	ApplicationProof,
	ConnectionProof,
	NotedUser,
	Pair,
	ProofTarget,
	UserRemoval,
} from '../domain/proof/ports.ts';
import type {TeamCreation} from '../domain/team-creation.ts';
import type {DemoSession} from './launch.ts';

type Target = {readonly place: Place; readonly teamId: string; readonly provider: string};

/** What review looks at: what is stored, and the client ID in the other environment where that matters. */
export type Look = {readonly before: Before; readonly twinClientId?: string | null};

/** Everything that the conversation may want of the world: what it takes to ask, and what comes back. */
type Kinds = {
	readonly demo: {readonly asks: object; readonly gives: DemoSession};
	readonly proof: {readonly asks: {readonly connection: Connection}; readonly gives: Organization};
	readonly teams: {readonly asks: {readonly connection: Connection}; readonly gives: Listing<Team>};
	readonly team: {
		readonly asks: {readonly connection: Connection; readonly teamId: string};
		readonly gives: Team;
	};
	/** `doubt` is why nobody knows whether it is there: then it is only looked for, and never sent again. */
	readonly creation: {
		readonly asks: {readonly connection: Connection; readonly team: NewTeam; readonly doubt?: Problem};
		readonly gives: TeamCreation;
	};
	readonly stored: {
		readonly asks: {readonly connection: Connection; readonly place: Place; readonly teamId: string};
		readonly gives: Listing<StoredCredential>;
	};
	readonly preparation: {
		readonly asks: {readonly connection: Connection} & Target;
		readonly gives: Preparation;
	};
	readonly look: {
		readonly asks: {readonly connection: Connection; readonly twin?: Place} & Target;
		readonly gives: Look;
	};
	readonly save: {
		readonly asks: {readonly connection: Connection; readonly planned: PlannedSave};
		readonly gives: SaveOutcome;
	};
	/** Without the time of writing, which the world knows. */
	readonly memory: {readonly asks: {readonly organization: RememberedOrganization}; readonly gives: object};
	readonly check: {
		readonly asks: {readonly address: string; readonly target: RedirectTarget};
		readonly gives: RedirectCheck;
	};
	/** The pair at the provider; `isConsent` asks for the page of consent alone, without the secret. */
	readonly pair: {
		readonly asks: {
			readonly pair: Pair;
			readonly isConsent: boolean;
			readonly apiUrl: string;
			readonly demoUrl?: string;
		};
		readonly gives: Finding;
	};
	readonly application: {
		readonly asks: {
			readonly connection: Connection;
			readonly junctionUrl: string;
			readonly target: ProofTarget;
		};
		readonly gives: ApplicationProof;
	};
	readonly connection: {
		readonly asks: {
			readonly connection: Connection;
			readonly junctionUrl: string;
			readonly target: ProofTarget;
		};
		readonly gives: ConnectionProof;
	};
	/** The deletion of test users that earlier runs left; gives what became of each. */
	readonly left: {
		readonly asks: {readonly connection: Connection; readonly users: readonly NotedUser[]};
		readonly gives: readonly UserRemoval[];
	};
	/** Gives where the report is. */
	readonly report: {readonly asks: object; readonly gives: string};
};

export type RequestKind = keyof Kinds;

/** What a request of the kind gives in the end. */
export type Given<Kind extends RequestKind> = Kinds[Kind]['gives'];

/**
One thing that is wanted of the world. As long as it is wanted under the same `key` it is one and the same request; an
answer to a key that nobody wants any more is dropped. No key holds a secret.
*/
export type Request<Kind extends RequestKind = RequestKind> = {
	readonly [Each in Kind]: {readonly kind: Each; readonly key: string} & Kinds[Each]['asks'];
}[Kind];

/** What came back of the requests, by kind, each for the key that it answers. */
export type Loads = {
	readonly [Kind in RequestKind]?: {readonly key: string; readonly load: Load<Given<Kind>>};
};

/** The answer to a request, or word of how far it is. */
export type Arrival = {
	readonly [Kind in RequestKind]: {
		readonly kind: Kind;
		readonly key: string;
		readonly result: Result<Given<Kind>>;
	};
}[RequestKind];

/** What came of the kind under the key; on its way where nothing came yet. */
export function loadUnder<Kind extends RequestKind>(
	loads: Loads,
	kind: Kind,
	key: string | undefined,
): Load<Given<Kind>> {
	const known = loads[kind];
	return known && known.key === key ? known.load : loading;
}
