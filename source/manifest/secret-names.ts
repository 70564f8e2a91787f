import type {PlacedCredential} from '../domain/credential.ts';
import {unaccented} from '../domain/search/folded.ts';

/** Gives names of environment variables that tell what they hold, each only once. */
export type SecretNames = {
	/** The name for the secret at this path of the credential's body. */
	nameFor(credential: PlacedCredential, path: readonly string[]): string;
	readonly names: () => readonly string[];
};

/** Teams are told by their names, and by the end of their IDs too where several have one. */
export function secretNames(credentials: readonly PlacedCredential[]): SecretNames {
	const owners = new Map<string, Set<string>>();
	for (const {teamName = '', stored} of credentials) {
		const name = wordsOf(teamName);
		owners.set(name, (owners.get(name) ?? new Set()).add(stored.teamId));
	}
	const taken = new Set<string>();
	// Where to go on counting, so that ten thousand of one name do not each begin at the start.
	const counts = new Map<string, number>();
	const teamWord = ({teamName = '', stored: {teamId}}: PlacedCredential): string => {
		const name = wordsOf(teamName);
		if (name === '') return wordsOf(teamId.slice(0, 8));
		return owners.get(name)?.size === 1 ? name : `${name}_${wordsOf(teamId.slice(-6))}`;
	};
	return {
		nameFor(credential, path) {
			const {stored, place} = credential;
			const parts = [stored.provider, teamWord(credential), place.environment, ...path];
			const base = parts
				.map(wordsOf)
				.filter(part => part !== '')
				.join('_')
				.replace(/^(?=\d)/, '_')
				.slice(0, 150);
			let name = base;
			while (taken.has(name)) {
				const count = (counts.get(base) ?? 1) + 1;
				counts.set(base, count);
				name = `${base}_${count}`;
			}
			taken.add(name);
			return name;
		},
		names: () => [...taken],
	};
}

/** A text as part of a variable's name: Latin letters without accents, digits and underscores. */
const wordsOf = (text: string): string =>
	unaccented(text)
		.toUpperCase()
		.replace(/[^A-Z0-9]+/g, '_')
		.replace(/^_+|_+$/g, '');
