import type {RememberedOrganization} from '../../domain/ports.ts';
import {searchIn} from '../../domain/search/search.ts';
import {ago} from '../../output/ago.ts';
import type {DemoSession} from '../../wizard/launch.ts';
import {type Item, nearestGroup} from '../prompts/list-rows.ts';
import {named} from '../words.ts';
import {opensList} from './team-items.ts';

export const itemsOfDemo = (demo: DemoSession): readonly Item[] =>
	demo.organizations.map(({id, name}) => ({id, label: name, detail: 'demo'}));

/**
The organizations used before, a new one and the demo. On a screen that others see the first are customers: they are found
by the first letters of a name, and `find` is there.
*/
export function organizationItems(
	recent: readonly RememberedOrganization[],
	{
		hasDemo,
		isPresenting,
		now,
	}: {readonly hasDemo: boolean; readonly isPresenting: boolean; readonly now: Date},
): {readonly items: readonly Item[]; readonly find?: (query: string) => readonly Item[]} {
	const used = recent.map(organization => ({
		id: keyOf(organization),
		label: named(organization),
		detail: detailOf(organization, now),
		isNamed: true as const,
	}));
	const others: readonly Item[] = [
		{id: 'add', label: 'Add an organization'},
		...(hasDemo ? [{id: 'demo', label: 'Try the demo', detail: 'no account needed'}] : []),
	];
	if (!isPresenting || used.length === 0) return {items: [...used, ...others]};
	const search = searchIn(used.map(item => ({item, names: [item.label]})));
	return {
		items: others,
		find(query) {
			if (!opensList(query)) return others;
			const {items, isNearest} = search(query);
			const group = isNearest ? {group: nearestGroup} : {};
			return [...items.map(item => ({...item, ...group})), ...others];
		},
	};
}

export const keyOf = ({url, id}: RememberedOrganization): string => `${url} ${id}`;

const detailOf = ({environment, region, lastUsed}: RememberedOrganization, now: Date): string =>
	[environment, region, ago(lastUsed, now)].filter(part => part !== undefined).join(', ');
