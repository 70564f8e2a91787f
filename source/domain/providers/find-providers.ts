import {once} from '../once.ts';
import {wordsIn} from '../search/folded.ts';
import {type Hits, searchIn} from '../search/search.ts';
import {clean} from '../text.ts';
import {providers} from './catalogue.ts';
import {isEnding} from './dates.ts';
import {oauth} from './defaults.ts';
import type {Provider} from './provider.ts';

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

const groups: readonly ProviderGroup[] = ['own-oauth', 'practice', 'other'];

/** What ends is behind what lasts, before its day and after it, so that a search needs no clock. */
const rankOf = (provider: Provider): readonly number[] => [
	groups.indexOf(groupOf(provider)),
	isEnding(provider) ? 2 : provider.standing.kind === 'beta' ? 1 : 0,
];

function compare(a: readonly number[], b: readonly number[]): number {
	const index = a.findIndex((value, position) => value !== b[position]);
	return (a[index] ?? 0) - (b[index] ?? 0);
}

const search = once(() =>
	searchIn(
		providers
			.toSorted((a, b) => compare(rankOf(a), rankOf(b)))
			.map(item => ({item, names: [item.name, item.slug, ...item.aliases]})),
	),
);

/**
The providers of the catalogue that a query finds by name, slug and alias, or the nearest to it. Among those that fit equally well those come first for which own OAuth applies, then those that
do not end: who types "whoop" finds WHOOP before the retired version of which that is the slug. It is made
ready when something is searched, which a start never does.
*/
export const searchProviders = (query: string): Hits<Provider> => search()(query);

/** Up to three slugs of the catalogue that the text may have meant: those that the wizard would find. */
export function nearestSlugs(text: string): readonly string[] {
	if (wordsIn(text).length === 0) return [];
	return searchProviders(text)
		.items.slice(0, 3)
		.map(({slug}) => slug);
}
