import type {NewTeam} from '../domain/credential.ts';
import type {DemoTeam} from './seed-teams.ts';

/** The teams of all organizations, in the order they are listed. */
export type TeamStore = {
	all(): readonly DemoTeam[];
	/** The one with this ID, of whatever organization. */
	find(id: string): DemoTeam | undefined;
	create(organizationId: string, team: NewTeam): DemoTeam;
};

/** State in memory. `now` gives milliseconds since 1970. */
export function createTeamStore(seeds: readonly DemoTeam[], now: () => number): TeamStore {
	const teams = new Map(seeds.map(team => [team.id, team]));
	return {
		all: () => [...teams.values()],
		find: id => teams.get(id),
		create(organizationId, {id, name, region}) {
			const team = {id, organizationId, name, region, createdOn: new Date(now()).toISOString()};
			teams.set(id, team);
			return team;
		},
	};
}
