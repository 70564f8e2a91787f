import type {PlacedCredential} from '../domain/credential.ts';
import {clean, normal} from '../domain/text.ts';

/**
What the teams of these credentials are called, by their IDs: the name, or the ID where none is known. Teams of one
name are told apart by the end of their IDs.
*/
export function teamLabels(credentials: readonly PlacedCredential[]): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const {stored, teamName} of credentials) {
		names.set(stored.teamId, names.get(stored.teamId) || clean(teamName ?? ''));
	}
	const counts = new Map<string, number>();
	for (const name of names.values()) counts.set(normal(name), (counts.get(normal(name)) ?? 0) + 1);
	return new Map(
		[...names].map(([id, name]) => {
			const isShared = (counts.get(normal(name)) ?? 0) > 1;
			return [id, name === '' ? clean(id) : isShared ? `${name} (…${clean(id).slice(-6)})` : name];
		}),
	);
}

/** The order of names: whatever their case, and the same on every computer. */
export function compareNames(a: string, b: string): number {
	const [one, other] = [normal(a), normal(b)];
	return one === other ? 0 : one < other ? -1 : 1;
}
