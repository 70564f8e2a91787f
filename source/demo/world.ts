import type {Colleague} from './colleague.ts';
import type {Junction} from './junction-state.ts';
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
	| 'preparation'
	| 'team-token'
	| 'scope-requirements';

/** Operations that are not offered (404), always fail (500) or are always limited (429), and a team list whose cursor never ends. */
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
	/** `other-name`: only the name that one page of the documentation has. */
	readonly teamTokens?: Gap | 'other-name';
	readonly scopeRequirements?: Gap;
	/** Of Junction's API: making, finding and reading users. */
	readonly users?: Gap;
	readonly userDeletions?: Gap;
	/** `without-redirects`: a redirect URL is refused (422). */
	readonly links?: Gap | 'without-redirects';
	readonly consentAddresses?: Gap;
	readonly connections?: Gap;
};

/** `limited`: always too many requests (429). */
export type Gap = 'missing' | 'failing' | 'limited';

/** All that one server knows. `start` is in milliseconds since 1970. */
export type World = {
	readonly start: number;
	readonly organizations: readonly DemoOrganization[];
	readonly teams: TeamStore;
	readonly store: Store;
	readonly colleague: Colleague;
	readonly attempts: Attempts;
	readonly gaps: Gaps;
	readonly junction: Junction;
};
