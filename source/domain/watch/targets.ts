import type {Place, PlacedCredential} from '../credential.ts';

/** What a credential is for: one team and provider in one place. */
export type Target = {readonly place: Place; readonly teamId: string; readonly provider: string};

/** Finds what is stored for a target. Of several in one place the first counts. */
export type FindStored = (target: Target) => PlacedCredential | undefined;

/** A target as a key of maps. IDs are compared in any case. */
export const keyOf = ({place, teamId, provider}: Target): string =>
	JSON.stringify([place.environment, place.region, teamId.toLowerCase(), provider]);

export const targetOf = ({place, stored}: PlacedCredential): Target => ({
	place,
	teamId: stored.teamId,
	provider: stored.provider,
});

/** An index of ten thousand is made once. */
export function finderIn(credentials: readonly PlacedCredential[]): FindStored {
	const known = new Map<string, PlacedCredential>();
	for (const placed of credentials) {
		const key = keyOf(targetOf(placed));
		if (!known.has(key)) known.set(key, placed);
	}
	return target => known.get(keyOf(target));
}

export const isSamePlace = (one: Place, other: Place): boolean =>
	one.environment === other.environment && one.region === other.region;

/** Whether all that is stored in the place was read. */
export const isAmong = (places: readonly Place[], place: Place): boolean =>
	places.some(one => isSamePlace(one, place));
