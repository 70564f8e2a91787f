import {providers} from '../providers/catalogue.ts';
import {groupOf} from '../providers/find-providers.ts';
import type {Provider} from '../providers/provider.ts';
import {wordsIn} from '../search/folded.ts';
import {isElsewhere} from './telling-words.ts';

/** Of the providers whose name begins so, nobody calls one by that word alone. */
const tooCommon = new Set(['my', 'map', 'health', 'manual']);

// A document of a thousand names asks for them a thousand times.
const known = new WeakMap<Provider, readonly string[]>();

/** All that a provider is called, as words and as one, with spaces around. */
function termsOf(provider: Provider): readonly string[] {
	const terms = known.get(provider) ?? allTermsOf(provider);
	known.set(provider, terms);
	return terms;
}

const allTermsOf = ({slug, name, aliases}: Provider): readonly string[] =>
	[slug, name, ...aliases]
		.map(wordsIn)
		.filter(words => words.length > 0)
		.flatMap(words => [` ${words.join(' ')} `, ` ${words.join('')} `]);

/** How clearly words name a provider: 2 by its whole name, slug or another word for it, 1 by its first word, 0 not at all. */
export function rankOf(words: readonly string[], provider: Provider): 0 | 1 | 2 {
	const text = ` ${words.join(' ')} `;
	if (termsOf(provider).some(term => text.includes(term))) return 2;
	const [first = ''] = provider.slug.split('_');
	return !tooCommon.has(first) && text.includes(` ${first} `) ? 1 : 0;
}

const withOwnApplication = providers.filter(provider => groupOf(provider) === 'own-oauth');

/** The provider of the catalogue that words name most clearly. */
export function providerNamed(words: readonly string[]): Provider | undefined {
	const ranked = withOwnApplication.map(provider => ({provider, rank: rankOf(words, provider)}));
	return (ranked.find(({rank}) => rank === 2) ?? ranked.find(({rank}) => rank === 1))?.provider;
}

/** Whether words name another provider more clearly than this one, or a service that is none of them. */
export const namesAnother = (words: readonly string[], provider: Provider): boolean => {
	const rank = rankOf(words, provider);
	return (
		withOwnApplication.some(other => other.slug !== provider.slug && rankOf(words, other) > rank) ||
		(rank === 0 && words.some(isElsewhere))
	);
};

/**
What to call the provider that words name: by its name, or where they have no more than the word that several begin
with, by that: `Google`.
*/
export function ownerTitle(words: readonly string[]): string | undefined {
	const named = providerNamed(words);
	if (!named || rankOf(words, named) === 2) return named?.name;
	const [first = ''] = named.slug.split('_');
	const isShared = withOwnApplication.some(
		other => other.slug !== named.slug && other.slug.startsWith(`${first}_`),
	);
	return isShared ? named.name.split(' ')[0] : named.name;
}
