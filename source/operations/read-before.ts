import type {Place} from '../domain/credential.ts';
import type {Before} from '../domain/outcome.ts';
import type {ManagementApi, RequestOptions} from '../domain/ports.ts';
import {failure, type Problem, success} from '../domain/problem.ts';

/**
What is stored for the team and provider now: a credential, none, or why nobody can tell. All pages are read and
filtered here. That there is none is only said of a list that was read in full.
*/
export async function readBefore(
	api: ManagementApi,
	place: Place,
	teamId: string,
	provider: string,
	options: RequestOptions,
): Promise<Before> {
	const listing = await api.credentials(place, teamId, options);
	if (!listing.ok) return listing;
	const {rows, warning} = listing.value;
	const stored = rows.find(
		row => row.teamId.toLowerCase() === teamId.toLowerCase() && row.provider === provider,
	);
	return stored || warning === undefined ? success(stored) : failure(incompletely(warning));
}

/**
Whether a read that failed ends the job. It goes on only where the API does not offer the read, or where a list was
read but not in full; anything else, such as a refused key or an answer that is none, ends it.
*/
export const endsJob = ({kind, status}: Problem): boolean =>
	kind !== 'unavailable' && !(kind === 'bug' && status === undefined);

/** Why nothing can be said of a credential that a list lacks, which could not be read in full. */
export const incompletely = (warning: string): Problem => ({
	kind: 'bug',
	message: `What is stored could not be read in full. ${warning}`,
	advice: 'It may be set already: fields that are left out may be erased.',
});
