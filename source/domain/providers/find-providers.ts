import {nearest, wordsOf} from '../nearest.ts';
import {clean} from '../text.ts';
import {providers} from './catalogue.ts';
import {oauth} from './defaults.ts';
import type {Lifecycle, Provider} from './provider.ts';

export type ProviderGroup = 'own-oauth' | 'practice' | 'other';

export const findProvider = (slug: string): Provider | undefined =>
	providers.find(provider => provider.slug === slug);

/** A provider newer than the catalogue. The slug is sent as it is; the name is safe to show. */
export const unknownProvider = (slug: string): Provider => ({
	...oauth,
	slug,
	name: clean(slug, 60),
	aliases: [],
	ownOAuth: 'unknown',
	reason: 'The catalogue does not know this provider, so what it needs cannot be checked.',
	activation: {kind: 'unknown'},
});

/** The provider of this slug, whether the catalogue knows it or not. */
export const providerOfSlug = (slug: string): Provider => findProvider(slug) ?? unknownProvider(slug);

/** Whether a provider that the catalogue lacks may have this slug. */
export const isSlug = (text: string): boolean => /^[a-z0-9_]{1,60}$/.test(text);

/** Where a provider is listed. What is not known is offered beside what applies, rather than hidden. */
export function groupOf({ownOAuth}: Provider): ProviderGroup {
	if (ownOAuth === 'practice') return 'practice';
	return ownOAuth === 'no' ? 'other' : 'own-oauth';
}

/**
The providers whose name, slug or alias has every word of the query, whatever the case, accents and punctuation.
Best first: all of a name, slug or alias; the beginning of one; the beginning of a word; any part.
Among equals those come first for which own OAuth applies, then those that are not being retired: who types
"whoop" finds WHOOP before the retired version of which that is the slug.
*/
export function matchProviders(query: string, candidates: readonly Provider[]): readonly Provider[] {
	return candidates
		.map(provider => ({provider, rank: [matchOf(query, provider), ...standingOf(provider)]}))
		.filter(({rank}) => rank[0] !== noMatch)
		.sort((a, b) => compare(a.rank, b.rank))
		.map(({provider}) => provider);
}

const noMatch = 4;
const groups: readonly ProviderGroup[] = ['own-oauth', 'practice', 'other'];
const lifecycles: readonly Lifecycle['kind'][] = ['active', 'beta', 'retiring', 'retired'];

const standingOf = (provider: Provider): readonly number[] => [
	groups.indexOf(groupOf(provider)),
	lifecycles.indexOf(provider.lifecycle.kind),
];

/** How well the query fits, from 0 (a whole name) to `noMatch`. */
function matchOf(query: string, {name, slug, aliases}: Provider): number {
	const terms = [name, slug, ...aliases].map(wordsOf);
	const joined = terms.map(words => words.join(''));
	const whole = wordsOf(query).join('');
	if (joined.includes(whole)) return 0;
	if (joined.some(term => term.startsWith(whole))) return 1;
	const matches = wordsOf(query).map(word => {
		if (terms.flat().some(part => part.startsWith(word))) return 2;
		return joined.some(term => term.includes(word)) ? 3 : noMatch;
	});
	return Math.max(...matches);
}

function compare(a: readonly number[], b: readonly number[]): number {
	const index = a.findIndex((value, position) => value !== b[position]);
	return (a[index] ?? 0) - (b[index] ?? 0);
}

/** Up to three slugs of the catalogue that the text may have meant: those that the wizard would find, else the closest. */
export function nearestSlugs(text: string): readonly string[] {
	const found = wordsOf(text).length > 0 ? matchProviders(text, providers) : [];
	const slugs = found.map(({slug}) => slug).slice(0, 3);
	return slugs.length > 0
		? slugs
		: nearest(
				text,
				providers.map(({slug}) => slug),
			);
}
