import type {RememberedOrganization} from '../domain/ports.ts';
import type {Answers} from './answers.ts';

/** What a remembered organization offers again: the cursor starts there, nothing is answered by it. */
export const draftsFrom = (remembered: RememberedOrganization | undefined): Answers => ({
	...(remembered?.environment ? {environment: remembered.environment} : {}),
	...(remembered?.region ? {region: remembered.region} : {}),
	...(remembered?.team ? {team: remembered.team} : {}),
	...(remembered?.provider ? {provider: {slug: remembered.provider}} : {}),
});

/**
What is worth remembering of the answers so far, at an ISO 8601 time; undefined while no key was accepted,
and always for the demo. What is not answered yet keeps what was remembered. Never a secret.
*/
export function memoryOf(answers: Answers, now: string): RememberedOrganization | undefined {
	const {organization, 'organization-key': key, environment, region, team, provider} = answers;
	if (!organization || !key || organization.isDemo) return undefined;
	const name = key.organizationName ?? organization.name;
	return {
		...organization.remembered,
		id: organization.id,
		...(name === undefined ? {} : {name}),
		generation: key.generation,
		url: key.url,
		...(environment ? {environment} : {}),
		...(region ? {region} : {}),
		...(team ? {team} : {}),
		...(provider ? {provider: provider.slug} : {}),
		lastUsed: now,
	};
}
