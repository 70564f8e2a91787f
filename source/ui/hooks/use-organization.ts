import {useCallback, useMemo} from 'react';
import type {StoredCredential, Team} from '../../domain/credential.ts';
import type {Listing, ManagementApi} from '../../domain/ports.ts';
import {success} from '../../domain/problem.ts';
import type {Wizard} from '../../wizard/state.ts';
import type {Services} from '../services.ts';
import type {Teams} from '../teams.ts';
import {type Load, type LoadOptions, useLoad} from './use-load.ts';

export type OrganizationData = {
	/** The client, once a key was accepted. */
	readonly api?: ManagementApi;
	/** All teams, read as soon as there is a client. */
	readonly teams: Teams;
	/** What is stored for the chosen team, read as soon as it is chosen and again after each save. */
	readonly stored: Load<Listing<StoredCredential>>;
};

/** What is read of the organization while the person goes on. */
export function useOrganization({answers, phase}: Wizard, services: Services): OrganizationData {
	const key = answers['organization-key'];
	const api = useMemo(() => {
		if (!key) return undefined;
		const {generation, url, organizationId, secret} = key;
		return services.connect({generation, url, organizationId, key: secret});
	}, [services, key]);
	const loadTeams = useMemo(() => api && ((options: LoadOptions) => api.teams({}, options)), [api]);
	const teams = useLoad<Listing<Team>>(loadTeams);

	const {environment, region, team} = answers;
	const teamId = team?.id;
	const lastSave = phase.status === 'done' ? phase.outcome : undefined;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a save makes what was read before old
	const loadStored = useCallback(
		async (options: LoadOptions) => {
			if (!api || !environment || !region || teamId === undefined) return success({rows: []});
			return api.credentials({environment, region}, teamId, options);
		},
		[api, environment, region, teamId, lastSave],
	);
	const {state: stored} = useLoad<Listing<StoredCredential>>(loadStored);
	return {...(api ? {api} : {}), teams, stored};
}
