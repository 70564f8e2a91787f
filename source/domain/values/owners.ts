import {wordsOf} from '../nearest.ts';
import {providers} from '../providers/catalogue.ts';
import {groupOf} from '../providers/find-providers.ts';
import type {Provider} from '../providers/provider.ts';

/** Of the providers whose name begins so, nobody calls one by that word alone. */
const tooCommon = new Set(['my', 'map', 'health', 'manual']);

/** How clearly words name a provider: 2 by its whole name, slug or another word for it, 1 by its first word, 0 not at all. */
export function rankOf(words: readonly string[], {slug, name, aliases}: Provider): 0 | 1 | 2 {
	const text = ` ${words.join(' ')} `;
	const terms = [slug, name, ...aliases].map(wordsOf).filter(term => term.length > 0);
	const isNamed = terms.some(
		term => text.includes(` ${term.join(' ')} `) || text.includes(` ${term.join('')} `),
	);
	if (isNamed) return 2;
	const [first = ''] = slug.split('_');
	return !tooCommon.has(first) && text.includes(` ${first} `) ? 1 : 0;
}

const withOwnApplication = providers.filter(provider => groupOf(provider) === 'own-oauth');

/** The provider of the catalogue that words name most clearly. */
export function providerNamed(words: readonly string[]): Provider | undefined {
	const ranked = withOwnApplication.map(provider => ({provider, rank: rankOf(words, provider)}));
	return (ranked.find(({rank}) => rank === 2) ?? ranked.find(({rank}) => rank === 1))?.provider;
}

/** Whether words name another provider more clearly than this one. */
export const namesAnother = (words: readonly string[], provider: Provider): boolean => {
	const rank = rankOf(words, provider);
	return withOwnApplication.some(other => other.slug !== provider.slug && rankOf(words, other) > rank);
};
