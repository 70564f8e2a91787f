import {describeApi} from '../domain/api-generation.ts';
import type {RememberedOrganization} from '../domain/ports.ts';
import {clean} from '../domain/text.ts';
import {ago} from './ago.ts';
import {type DatedOptions, nothing} from './paint.ts';
import {prose} from './prose.ts';
import {type Column, table} from './table.ts';

// The ID is what `byoo organizations forget` takes, so it stays whole.
const columns: readonly Column[] = [
	{title: 'NAME', minimum: 8},
	{title: 'ID', canShrink: false},
	{title: 'API'},
	{title: 'LAST USED', canShrink: false},
	{title: 'LEFT AT'},
];

/** The organizations that are remembered, in the order given, and where each was left. Plain has exact times. */
export function organizationsLines(
	organizations: readonly RememberedOrganization[],
	options: DatedOptions,
): readonly string[] {
	const {now, isPlain, width} = options;
	if (organizations.length === 0) {
		const words = 'No organization is remembered. The wizard remembers each one that it is used for.';
		return isPlain ? [] : prose(words, width);
	}
	const rows = organizations.map(organization => [
		clean(organization.name ?? '') || nothing,
		organization.id,
		apiOf(organization),
		isPlain ? organization.lastUsed : ago(organization.lastUsed, now),
		leftAt(organization) || nothing,
	]);
	return table(columns, rows, options);
}

function apiOf({generation, url}: RememberedOrganization): string {
	const {name, url: ownUrl} = describeApi(generation);
	return url === ownUrl ? name : `${name}, ${url}`;
}

const leftAt = ({environment, region, team, provider}: RememberedOrganization): string =>
	[environment, region, team && (clean(team.name ?? '') || clean(team.id)), provider]
		.filter(part => part !== undefined)
		.join(', ');
