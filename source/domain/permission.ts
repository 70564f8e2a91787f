import type {Place} from './credential.ts';
import {type PlannedSave, replacesApplication} from './plan.ts';

/** What was said in advance, in place of a person's answer at review. */
export type Permission = {
	/** What is stored may be written over. */
	readonly isYes: boolean;
	/** Another application may take the place of the stored one. */
	readonly mayReplace: boolean;
	/** The IDs of the teams whose production may be written to. */
	readonly confirmedTeams: readonly string[];
};

/** The name of the flag that gives a permission, and why it is needed. */
export type NeededPermission = {
	readonly flag: 'yes' | 'replace' | 'confirm-production';
	readonly why: string;
};

/**
What still has to be said before this may be written. A create in sandbox needs nothing; whatever may write over
something needs `--yes`, another client ID `--replace` too, and production always both `--yes` and the team's ID.
*/
export function neededFor(planned: PlannedSave, permission: Permission): readonly NeededPermission[] {
	const {action, place, credential} = planned;
	const isProduction = place.environment === 'production';
	const needed: NeededPermission[] = [];
	if (!permission.isYes && (action !== 'create' || isProduction)) {
		needed.push({flag: 'yes', why: overwriting[action]});
	}
	if (!permission.mayReplace && replacesApplication(planned)) {
		needed.push({
			flag: 'replace',
			why: 'The client ID is another one: it replaces the application, and existing connections may have to be made again.',
		});
	}
	if (!isPlaceConfirmed(place, credential.teamId, permission)) {
		needed.push({flag: 'confirm-production', why: 'It writes to production.'});
	}
	return needed;
}

/** Whether something may be written there at all: in sandbox always, in production of teams that were named. */
export const isPlaceConfirmed = (
	{environment}: Pick<Place, 'environment'>,
	teamId: string,
	permission: Permission,
): boolean => environment !== 'production' || isProductionConfirmed(teamId, permission);

/** Whether production of this team was named. IDs are compared in any case. */
export const isProductionConfirmed = (teamId: string, {confirmedTeams}: Permission): boolean =>
	confirmedTeams.some(id => id.trim().toLowerCase() === teamId.toLowerCase());

const overwriting = {
	create: 'It writes to production.',
	update: 'A credential is stored already, and would be updated.',
	resend: 'A credential is stored already, and its secret would be sent anew.',
	save: 'What is stored cannot be read here, so one set before may be written over.',
} as const;
