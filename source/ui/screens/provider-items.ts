import {storedValue} from '../../domain/body/stored.ts';
import type {StoredCredential} from '../../domain/credential.ts';
import {markedFields} from '../../domain/fields.ts';
import {badgesOf} from '../../domain/providers/badges.ts';
import {providers} from '../../domain/providers/catalogue.ts';
import {groupOf, searchProviders} from '../../domain/providers/find-providers.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {ago} from '../../output/ago.ts';
import type {Item} from '../prompts/list-rows.ts';

const other = 'other';

const groupTitles = {'own-oauth': 'Own OAuth', practice: 'Practice binding', other: 'Other'} as const;

export const isEnding = ({lifecycle}: Provider): boolean =>
	lifecycle.kind === 'retiring' || lifecycle.kind === 'retired';

/** What the team has stored for the provider already, as badges. */
export function storedBadges(
	provider: Provider,
	rows: readonly StoredCredential[],
	now: Date,
): readonly string[] {
	const stored = rows.find(row => row.provider === provider.slug);
	if (!stored) return [];
	const marked = markedFields.filter(field => storedValue(stored, field));
	return [`already set ${ago(stored.updatedAt, now)}`, ...marked.map(({mark}) => mark.word)];
}

export const itemFor = (provider: Provider, stored: readonly string[]): Item => ({
	id: provider.slug,
	label: provider.name,
	detail: [provider.slug, ...stored, ...badgesOf(provider)].join(' · '),
	group: groupTitles[groupOf(provider)],
});

const inGroup = (group: keyof typeof groupTitles): readonly Provider[] =>
	providers.filter(provider => groupOf(provider) === group);

export const firstOther = inGroup('other')[0]?.slug;

/** The list without a filter. The providers that own OAuth is not for are one row until it is chosen. */
export function itemsOf(isUnfolded: boolean, itemOf: (provider: Provider) => Item): readonly Item[] {
	const others = inGroup('other');
	const folded: Item = {
		id: other,
		label: `${others.length} more, for which own OAuth does not apply`,
		group: groupTitles.other,
	};
	return [
		...[...inGroup('own-oauth'), ...inGroup('practice')].map(itemOf),
		...(isUnfolded ? others.map(itemOf) : [folded]),
	];
}

/** What a query finds, in the order of the list; where nothing has it all, what comes nearest to it. */
export function found(query: string): readonly Provider[] {
	const order = Object.keys(groupTitles);
	const {isNearest, hits} = searchProviders(query);
	const matching = hits.map(({item}) => item);
	return isNearest
		? matching
		: matching.toSorted((a, b) => order.indexOf(groupOf(a)) - order.indexOf(groupOf(b)));
}
