import type {RememberedOrganization} from '../domain/ports.ts';

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
