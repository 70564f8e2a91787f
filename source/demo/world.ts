import type {Colleague} from './colleague.ts';
import type {Attempts} from './provoke.ts';
import type {DemoOrganization} from './seed-organizations.ts';
import type {Store} from './store.ts';
import type {TeamStore} from './team-store.ts';

/** The operations of the API, by the resource and what is done to it. */
export type Operation =
	| 'organization'
	| 'teams'
	| 'team'
	| 'team-creation'
	| 'credentials'
	| 'save'
	| 'removal'
	| 'preparation';

/** Operations that are not offered (404) or always fail (500), and a team list whose cursor never ends. */
export type Gaps = {
	readonly organization?: Gap;
	readonly teams?: Gap | 'repeating-cursor';
	/** BodyReading stored credentials. */
	readonly reads?: Gap;
	readonly removals?: Gap;
	readonly preparations?: Gap;
	/** Reading one team by its ID. */
	readonly team?: Gap;
	readonly teamCreations?: Gap;
};

export type Gap = 'missing' | 'failing';

/** All that one server knows. `start` is in milliseconds since 1970. */
export type World = {
	readonly start: number;
	readonly organizations: readonly DemoOrganization[];
	readonly teams: TeamStore;
	readonly store: Store;
	readonly colleague: Colleague;
	readonly attempts: Attempts;
	readonly gaps: Gaps;
};
