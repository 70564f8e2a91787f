import type {Place, StoredCredential} from '../domain/credential.ts';
import {type Before, endsJob} from '../domain/outcome.ts';
import type {Listing, ManagementApi, RequestOptions} from '../domain/ports.ts';
import {isForbidden, type Result, success} from '../domain/problem.ts';
import type {Warning} from '../domain/warnings.ts';
import {onlyOne} from './read-before.ts';

/** A team and provider of a place, as a key of maps. */
export const targetKey = (place: Place, teamId: string, provider: string): string =>
	`${placeKey(place)}/${teamId.toLowerCase()}/${provider}`;

type Target = {readonly place: Place; readonly provider: string};

/** What is stored in the places that were read, row by row. */
export type ReadPlaces = {
	readonly beforeFor: (target: Target, teamId: string) => Before;
	readonly warnings: readonly Warning[];
};

/** A place of which what is stored is to be read, and the teams that matter there. */
export type PlaceOfTeams = {readonly place: Place; readonly teamIds: readonly string[]};

/** The places of these targets, each once, with their teams. */
export function placesOfTeams(
	targets: readonly {readonly place: Place; readonly teamId: string | undefined}[],
): readonly PlaceOfTeams[] {
	const places = new Map<string, {place: Place; teamIds: Set<string>}>();
	for (const {place, teamId} of targets) {
		const known = places.get(placeKey(place)) ?? {place, teamIds: new Set()};
		if (teamId !== undefined) known.teamIds.add(teamId.toLowerCase());
		places.set(placeKey(place), known);
	}
	return [...places.values()].map(({place, teamIds}) => ({place, teamIds: [...teamIds]}));
}

/** Reads what is stored in every one of the places: at once, or team by team where the key may not read it of all teams. */
export async function readPlaces(
	api: ManagementApi,
	places: readonly PlaceOfTeams[],
	options: RequestOptions,
): Promise<Result<ReadPlaces>> {
	const listings = new Map<string, Result<Listing<StoredCredential>>>();
	const stored = new Map<string, StoredCredential[]>();
	const warnings: Warning[] = [];
	for (const {place, teamIds} of places) {
		const listing = await readPlace(api, place, teamIds, options);
		if (!listing.ok && endsJob(listing.problem)) return listing;
		listings.set(placeKey(place), listing);
		const why = listing.ok ? listing.value.warning : listing.problem.message;
		if (why !== undefined) {
			const message = `${place.environment}, ${place.region}: ${why} What is left out of a row may be erased.`;
			warnings.push({code: 'stored-unreadable', message});
		}
		for (const one of listing.ok ? listing.value.rows : []) {
			const key = targetKey(place, one.teamId, one.provider);
			stored.set(key, [...(stored.get(key) ?? []), one]);
		}
	}
	const beforeFor = ({place, provider}: Target, teamId: string): Before => {
		const listing = listings.get(placeKey(place));
		if (!listing?.ok) return listing ?? success(undefined);
		return onlyOne(stored.get(targetKey(place, teamId, provider)) ?? [], listing.value.warning);
	};
	return success({beforeFor, warnings});
}

async function readPlace(
	api: ManagementApi,
	place: Place,
	teamIds: readonly string[],
	options: RequestOptions,
): Promise<Result<Listing<StoredCredential>>> {
	const whole = await api.credentials(place, undefined, options);
	if (whole.ok || !isForbidden(whole.problem) || teamIds.length === 0) return whole;
	const rows: StoredCredential[] = [];
	const warnings = new Set<string>();
	for (const teamId of teamIds) {
		const listing = await api.credentials(place, teamId, options);
		if (!listing.ok) return listing;
		rows.push(...listing.value.rows);
		if (listing.value.warning !== undefined) warnings.add(listing.value.warning);
	}
	return success({rows, ...(warnings.size > 0 ? {warning: [...warnings].join(' ')} : {})});
}

const placeKey = ({environment, region}: Place): string => `${environment}/${region}`;
