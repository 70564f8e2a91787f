import type {Secret} from '../secret.ts';

/** A token of a team for Junction's API, and when it ends, in milliseconds since 1970. */
export type TeamToken = {readonly secret: Secret; readonly endsAt: number};

/** Which scopes a team requires of a user, and which a user may leave out. */
export type ScopeRequirements = {readonly must: readonly string[]; readonly may: readonly string[]};
