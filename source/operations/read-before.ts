import {isStoredFor, type Place, type StoredCredential} from '../domain/credential.ts';
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
	return onlyOne(
		rows.filter(row => isStoredFor(row, teamId, provider)),
		warning,
	);
}

/** The one that is stored, of those that a list has for one team and provider. `warning` says that it is not whole. */
export function onlyOne(rows: readonly StoredCredential[], warning: string | undefined): Before {
	// The same one may be read twice, where it was changed while its list was read.
	const stored = rows.at(-1);
	if (rows.some(({id}) => id !== stored?.id)) return failure(severalStored(rows.length));
	return stored || warning === undefined ? success(stored) : failure(incompletely(warning));
}

/** Which of them a save would replace, only the API knows. */
const severalStored = (count: number): Problem => ({
	kind: 'conflict',
	message: `${count} credentials are stored for this team and provider, where there can be one. Nothing was sent.`,
	advice: 'See them with byoo list --json, and delete what is too much with byoo delete --id.',
});

/** Why nothing can be said of a credential that a list lacks, which could not be read in full. */
export const incompletely = (warning: string): Problem => ({
	kind: 'unavailable',
	message: `What is stored could not be read in full. ${warning}`,
	advice: 'It may be set already: fields that are left out may be erased.',
});
