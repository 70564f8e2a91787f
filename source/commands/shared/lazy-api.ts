import type {ManagementApi} from '../../domain/ports.ts';

/** An API whose client, and all that speaks HTTP, is loaded with its first operation. */
export function lazyApi(load: () => Promise<ManagementApi>): ManagementApi {
	let loading: Promise<ManagementApi> | undefined;
	const api = () => {
		loading ??= load();
		return loading;
	};
	return {
		organization: async options => (await api()).organization(options),
		teams: async (filter, options) => (await api()).teams(filter, options),
		team: async (id, options) => (await api()).team(id, options),
		createTeam: async (team, options) => (await api()).createTeam(team, options),
		credentials: async (place, teamId, options) => (await api()).credentials(place, teamId, options),
		prepare: async (place, target, options) => (await api()).prepare(place, target, options),
		upsert: async (place, credential, options) => (await api()).upsert(place, credential, options),
		remove: async (place, ids, options) => (await api()).remove(place, ids, options),
		teamToken: async (teamId, environment, options) => (await api()).teamToken(teamId, environment, options),
		scopeRequirements: async (teamId, provider, options) =>
			(await api()).scopeRequirements(teamId, provider, options),
	};
}
