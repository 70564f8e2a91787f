import type {Provider} from '../providers/provider.ts';
import {wordsIn} from '../search/folded.ts';
import {Secret} from '../secret.ts';
import type {Entry} from './documents/entry.ts';
import type {Flaw} from './documents/flaw.ts';
import {type Group, halvesJoined, type Named, ownerOf} from './halves.ts';
import {type Meaning, readName} from './names.ts';
import {namesAnother, ownerTitle, rankOf} from './owners.ts';

/** A value that was found for a field. It is sealed whatever the field: its name may stand before anything. */
export type FoundField = {
	readonly field: Exclude<Meaning, 'redirect-uri'>;
	readonly value: Secret;
	/** Whether it follows from another value, and does not stand in the document itself. */
	readonly isDerived?: true;
};

/** One application of a document. The title is safe to show: a provider's name, or a number. */
export type Application = {readonly title: string; readonly fields: readonly FoundField[]};

/** What of a document is ours, by its names. */
export type Sorted = {
	/** Those that the question would be about; a document has one where there is none. */
	readonly applications: readonly Application[];
	/** Why a person has to say which it is. */
	readonly doubt?: 'several' | 'another-provider' | 'another-application';
	/** Why one of them is not the value that is meant; nothing of the document is then to be taken. */
	readonly flaw?: Flaw;
	/** What belongs to no single application: details of the provider, the organization key. */
	readonly shared: readonly FoundField[];
	readonly redirectUris: readonly string[];
};

/** Sorts the entries of a document by their names, never by their order. Nothing where no name is one of ours. */
export function sortEntries(entries: readonly Entry[], provider?: Provider): Sorted | undefined {
	const named = entries.flatMap((entry): readonly Named[] => {
		const reading = readName(entry.name, provider?.details);
		return reading ? [{...entry, reading}] : [];
	});
	const isOfApplication = ({reading: {meaning}}: Named) =>
		meaning === 'client-id' || meaning === 'client-secret';
	const groups = halvesJoined(grouped(named.filter(isOfApplication)).flatMap(withoutWeak));
	const others = named.filter(entry => !isOfApplication(entry) && !isAnothers(entry, provider));
	const shared = firstOfEach(others);
	const redirectUris = redirectUrisIn(others);
	if (groups.length === 0 && shared.length === 0) return undefined;
	const chosen = choose(groups, provider);
	const taken = [...chosen.groups.flatMap(group => group.entries), ...others];
	const flaw = taken.find(entry => entry.flaw && entry.reading.meaning !== 'redirect-uri')?.flaw;
	return {
		applications: chosen.groups.map((group, index) => ({
			title: ownerTitle(group.words) ?? `Application ${index + 1}`,
			fields: firstOfEach(group.entries),
		})),
		...(chosen.doubt && {doubt: chosen.doubt}),
		...(flaw && {flaw}),
		shared,
		redirectUris,
	};
}

/**
Those whose names carry the provider best, where they are one. A document about one application needs no name, but it
may have none that says that it is of something else.
*/
function choose(
	groups: readonly Group[],
	provider: Provider | undefined,
): {readonly groups: readonly Group[]; readonly doubt?: Sorted['doubt']} {
	const [first, ...others] = groups;
	if (!first) return {groups};
	if (others.length === 0) {
		if (!provider) return {groups};
		if (namesAnother(first.words, provider)) return {groups, doubt: 'another-provider'};
		const isStrange = rankOf(first.words, provider) === 0 && ownerOf(first) !== '';
		return isStrange ? {groups, doubt: 'another-application'} : {groups};
	}
	const best = [2, 1]
		.map(rank =>
			groups.filter(
				({words}) => provider && rankOf(words, provider) === rank && !namesAnother(words, provider),
			),
		)
		.find(ranked => ranked.length > 0);
	return best?.length === 1 ? {groups: best} : {groups, doubt: 'several'};
}

/** What names have in common before their endings makes an application, else what they stand in. */
function grouped(named: readonly Named[]): readonly Group[] {
	const groups = new Map<string, readonly Named[]>();
	const numbers = new Map<string, number>();
	const numbered = (key: string) => `${key} ${numbers.get(key) ?? 1}`;
	for (const entry of named) {
		const owner = entry.reading.owner.join(' ');
		const isFree = (key: string) => !groups.get(key)?.some(other => isAgain(other, entry));
		// A name given again is of one application more: of another section, or of the next in this one.
		const again = `${owner} in ${entry.section}`;
		const first = owner === '' ? `in ${entry.section}` : owner;
		if (!isFree(first) && !isFree(numbered(again))) numbers.set(again, (numbers.get(again) ?? 1) + 1);
		const key = isFree(first) ? first : numbered(again);
		const others = groups.get(key) ?? [];
		if (!others.some(other => isSame(other, entry))) groups.set(key, [...others, entry]);
	}
	return Array.from(groups.values(), entries => ({words: wordsOfAll(entries), entries}));
}

const isOfSameField = (one: Named, other: Named): boolean =>
	one.reading.meaning === other.reading.meaning && one.reading.isStrong === other.reading.isStrong;

/** A second value of the same field and of the same strength. */
const isAgain = (one: Named, other: Named): boolean => isOfSameField(one, other) && one.value !== other.value;

const isSame = (one: Named, other: Named): boolean => isOfSameField(one, other) && one.value === other.value;

const wordsOfAll = (entries: readonly Named[]): readonly string[] =>
	entries.flatMap(({reading, section}) => [...reading.owner, ...wordsIn(section.slice(0, 200))]);

const isAnothers = (entry: Named, provider: Provider | undefined): boolean =>
	provider !== undefined && namesAnother(wordsOfAll([entry]), provider);

/** A weak name counts where no strong one has its field; an ID only beside a secret that is as weak. */
function withoutWeak({words, entries}: Group): readonly Group[] {
	const has = (meaning: Meaning, isStrong: boolean) =>
		entries.some(({reading}) => reading.meaning === meaning && reading.isStrong === isStrong);
	const counts = ({reading: {meaning, isStrong}}: Named): boolean => {
		if (isStrong) return true;
		if (has(meaning, true)) return false;
		if (meaning === 'client-secret') return has('client-id', true) || has('client-id', false);
		return has('client-secret', false) && !has('client-secret', true);
	};
	const kept = entries.filter(counts);
	return kept.length === 0 ? [] : [{words, entries: kept}];
}

function firstOfEach(entries: readonly Named[]): readonly FoundField[] {
	const found = new Map<FoundField['field'], Secret>();
	for (const {reading, value} of entries) {
		const {meaning} = reading;
		if (meaning !== 'redirect-uri' && !found.has(meaning)) found.set(meaning, new Secret(value));
	}
	return Array.from(found, ([field, value]) => ({field, value}));
}

/** Only what is an address: anything else under that name may be a secret, and is not kept in the open. */
const redirectUrisIn = (named: readonly Named[]): readonly string[] => [
	...new Set(
		named
			.filter(({reading}) => reading.meaning === 'redirect-uri')
			.flatMap(({value}) => value.split(/[\s,]+/))
			.filter(value => /^[a-z][a-z0-9+.-]*:\/\/./i.test(value)),
	),
];
