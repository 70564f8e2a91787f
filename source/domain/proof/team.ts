import type {Secret} from '../secret.ts';

/** A token of a team for Junction's API, and when it ends, in milliseconds since 1970. */
export type TeamToken = {readonly secret: Secret; readonly endsAt: number};

/** Which scopes a team requires of a user, and which a user may leave out. */
export type ScopeRequirements = {readonly must: readonly string[]; readonly may: readonly string[]};

/** Said of an ID that leads to a user with another name. */
export const notOursWords =
	'The user with the ID of the test user has another name than the one that byoo gave it, so it was not deleted.';
