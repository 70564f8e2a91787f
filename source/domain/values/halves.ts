import type {Entry} from './documents/entry.ts';
import type {Meaning, NameReading} from './names.ts';
import {providerNamed} from './owners.ts';
import {isElsewhere, isQualifier, isTelling} from './telling-words.ts';

/** An entry whose name is one of ours. */
export type Named = Entry & {readonly reading: NameReading};

/** The entries of one application. `words` are all that name it. */
export type Group = {readonly words: readonly string[]; readonly entries: readonly Named[]};

/** The two halves of one application may be named in two ways, if each is there but once and no name speaks against it. */
export function halvesJoined(groups: readonly Group[]): readonly Group[] {
	if (groups.length < 2) return groups;
	const entries = groups.flatMap(group => group.entries);
	const valuesOf = (meaning: Meaning) =>
		new Set(entries.filter(({reading}) => reading.meaning === meaning).map(({value}) => value));
	const isOne =
		valuesOf('client-id').size <= 1 &&
		valuesOf('client-secret').size <= 1 &&
		[ownerOf, qualifierOf].every(of => new Set(groups.map(of).filter(words => words !== '')).size <= 1);
	return isOne ? [{words: groups.flatMap(({words}) => words), entries}] : groups;
}

/**
Whose the names say that it is: a provider, or words of any other owner; empty where they are of no owner. Of what it
stands in, which may be a sentence, only known services count.
*/
export function ownerOf({words, entries}: Group): string {
	const named = providerNamed(words)?.slug;
	if (named !== undefined) return named;
	const owners = entries.flatMap(({reading}) => reading.owner).filter(isTelling);
	return distinct([...owners, ...words.filter(isElsewhere)]);
}

/** Which one of its owner's applications it is, as names say it: `dev`. */
const qualifierOf = ({entries}: Group): string =>
	distinct(entries.flatMap(({reading}) => reading.owner).filter(isQualifier));

const distinct = (words: readonly string[]): string => [...new Set(words)].sort().join(' ');
