import {describeApi} from '../domain/api-generation.ts';
import type {RememberedOrganization} from '../domain/ports.ts';
import {clean} from '../domain/text.ts';
import {ago} from './ago.ts';
import {type DatedOptions, nothing} from './paint.ts';
import {type Column, table} from './table.ts';
import {prose} from './wrapping.ts';

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

/** What is remembered, as JSON: every key always there, null where nothing is known. */
export const organizationsJson = (
	organizations: readonly RememberedOrganization[],
): {readonly organizations: readonly object[]} => ({organizations: organizations.map(organizationJson)});

const organizationJson = (organization: RememberedOrganization): object => ({
	id: organization.id,
	name: organization.name ?? null,
	api: organization.generation,
	url: organization.url,
	env: organization.environment ?? null,
	region: organization.region ?? null,
	team: organization.team ? {id: organization.team.id, name: organization.team.name ?? null} : null,
	provider: organization.provider ?? null,
	lastUsed: organization.lastUsed,
});
