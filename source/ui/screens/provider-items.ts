import {storedValue} from '../../domain/body/stored.ts';
import type {StoredCredential} from '../../domain/credential.ts';
import {markedFields} from '../../domain/fields.ts';
import {badgesOf} from '../../domain/providers/badges.ts';
import {popularProviders, providers} from '../../domain/providers/catalogue.ts';
import {hasEnded, isEnding} from '../../domain/providers/dates.ts';
import {groupOf, type ProviderGroup, searchProviders} from '../../domain/providers/find-providers.ts';
import {groupTitles} from '../../domain/providers/group-titles.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {ago} from '../../output/ago.ts';
import {type Item, nearestGroup} from '../prompts/list-rows.ts';

const other = 'other';

/** What the team has stored for the provider already, as badges. */
function storedBadges(stored: StoredCredential | undefined, now: Date): readonly string[] {
	if (!stored) return [];
	const marked = markedFields.filter(field => storedValue(stored, field));
	return [`set ${ago(stored.updatedAt, now)}`, ...marked.map(({mark}) => mark.word)];
}

/**
The providers as a list, and how a query narrows it. Without one those come first that the team has set already, then
those that most ask for; in each part of the list those that have ended come last. The providers that take no
application of one's own are one row until it is chosen.
*/
export function providerItems(
	stored: readonly StoredCredential[],
	now: Date,
	isUnfolded: boolean,
): {readonly items: readonly Item[]; readonly find: (query: string) => readonly Item[]} {
	const rowOf = (provider: Provider) => stored.find(row => row.provider === provider.slug);
	const itemOf = (provider: Provider, group: string): Item => {
		const already = storedBadges(rowOf(provider), now);
		// What it takes to get an application is no news to who has one.
		const others = already.length === 0 || isEnding(provider) ? badgesOf(provider, now) : [];
		return {
			id: provider.slug,
			label: provider.name,
			detail: [...already, ...others].join(' · '),
			group,
			isNamed: true,
		};
	};
	const already = endedLast(byName(providers.filter(provider => rowOf(provider) !== undefined)), now);
	const popular = endedLast(popularProviders, now).filter(provider => !already.includes(provider));
	const rest = (group: ProviderGroup) =>
		endedLast(inGroup(group), now)
			.filter(provider => !already.includes(provider) && !popular.includes(provider))
			.map(provider => itemOf(provider, groupTitles[group]));
	const others = rest('other');
	return {
		items: [
			...already.map(provider => itemOf(provider, 'Already set')),
			...popular.map(provider => itemOf(provider, 'Popular')),
			...rest('own-oauth'),
			...rest('practice'),
			...(isUnfolded
				? others
				: [{id: other, label: `Show the other ${others.length}`, group: groupTitles.other}]),
		],
		find: query => found(query, itemOf),
	};
}

const byName = (list: readonly Provider[]): readonly Provider[] =>
	list.toSorted((a, b) => a.name.localeCompare(b.name, 'en', {sensitivity: 'base'}));

const endedLast = (list: readonly Provider[], now: Date): readonly Provider[] =>
	list.toSorted((a, b) => Number(hasEnded(a, now)) - Number(hasEnded(b, now)));

const inGroup = (group: ProviderGroup): readonly Provider[] =>
	byName(providers.filter(provider => groupOf(provider) === group));

/** Where the pointer is once the row of the others was chosen. */
export const firstOther = (): string | undefined => inGroup('other')[0]?.slug;

/** What a query finds, in the order of the list; where nothing has it all, what comes nearest to it. */
function found(query: string, itemOf: (provider: Provider, group: string) => Item): readonly Item[] {
	const order = Object.keys(groupTitles);
	const {isNearest, items: hits} = searchProviders(query);
	const items = hits.map(item => ({
		group: groupOf(item),
		item: itemOf(item, isNearest ? nearestGroup : groupTitles[groupOf(item)]),
	}));
	const ordered = isNearest
		? items
		: items.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
	return ordered.map(({item}) => item);
}

/** How many of the providers are shown because they match. */
export function countWords(shown: readonly Item[], isWhole: boolean): string {
	const all = `${providers.length} providers`;
	const matching = shown.filter(({group}) => group !== nearestGroup).length;
	return isWhole ? all : `${matching} of ${all}`;
}
