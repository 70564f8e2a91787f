import {contested} from './seed-credentials.ts';
import {quillfeather} from './seed-organizations.ts';
import type {Shelf, Store, Upsert} from './store.ts';

/** Someone else who works on the same team while the wizard runs. */
export type Colleague = {
	notePreparation(shelf: Shelf, target: Pick<Upsert, 'teamId' | 'provider'>): void;
	/** Told before the stored credentials of these teams are read from their beginning; no teams are all teams. */
	noteRead(shelf: Shelf, teamIds: readonly string[]): void;
};

/**
The colleague of the contested credential (see the seeds). It is saved anew just before the second read after a
preparation for it: the wizard prepares, reads at review, and reads again before it writes. That happens once, and
only while the credential is as it was at the start.
*/
export function createColleague(store: Store): Colleague {
	const seeded = store.all().find(row => isContested(row, row));
	let readsSincePreparation: number | undefined;
	return {
		notePreparation(shelf, target) {
			if (isContested(shelf, target)) readsSincePreparation = 0;
		},
		noteRead(shelf, teamIds) {
			if (readsSincePreparation === undefined || !seeded || !isOn(shelf)) return;
			if (teamIds.length > 0 && !teamIds.includes(seeded.teamId)) return;
			readsSincePreparation += 1;
			if (readsSincePreparation < 2 || store.find(seeded, seeded) !== seeded) return;
			store.save(shelf, {
				teamId: seeded.teamId,
				provider: seeded.provider,
				values: {client_id: contested.changedClientId, client_secret: 'made-up-by-the-colleague'},
			});
		},
	};
}

const isOn = ({organizationId, environment, region}: Shelf): boolean =>
	organizationId === quillfeather.id && environment === contested.environment && region === contested.region;

const isContested = (shelf: Shelf, {teamId, provider}: Pick<Upsert, 'teamId' | 'provider'>): boolean =>
	isOn(shelf) && teamId === contested.teamId && provider === contested.provider;
