import {type NeededPermission, neededFor, type Permission} from '../../domain/permission.ts';
import type {PlannedSave} from '../../domain/plan.ts';
import type {Problem} from '../../domain/problem.ts';
import {visible} from '../../domain/text.ts';
import {changedValues} from '../../output/plan-words.ts';
import type {Values} from '../flags/flags.ts';

/** What the flags allow. */
export const permissionFrom = (values: Values): Permission => ({
	isYes: values.yes === true,
	mayReplace: values.replace === true,
	confirmedTeams: values['confirm-production'] ?? [],
});

/** A flag that would allow what is not allowed yet. */
export type AllowingFlag = {readonly flag: NeededPermission['flag']; readonly value?: string};

/** All flags that saving these would need beside the ones given, each once. */
export function neededFlags(
	planned: readonly PlannedSave[],
	permission: Permission,
): readonly AllowingFlag[] {
	const needed = planned.flatMap(save => neededFor(save, permission).map(one => flagOf(one, save)));
	return [...new Map(needed.map(one => [wordsOf(one), one])).values()];
}

/**
Why these may not be saved yet, what they would change, and the flags that would allow it; undefined where they may.
`placeOf` tells where each stands, where there are several.
*/
export function refusalOf(
	planned: readonly PlannedSave[],
	permission: Permission,
	placeOf?: (index: number) => string,
): Problem | undefined {
	const flags = neededFlags(planned, permission);
	if (flags.length === 0) return undefined;
	const fields = planned.flatMap((save, index) => {
		const needed = neededFor(save, permission);
		const reasons = [
			...needed.map(one => ({field: wordsOf(flagOf(one, save)), message: one.why})),
			...(needed.length === 0 ? [] : save.changes).map(change => ({
				field: change.field,
				message: changedValues(change),
			})),
		];
		return placeOf
			? reasons.map(({field, message}) => ({field: placeOf(index), message: `${field}: ${message}`}))
			: reasons;
	});
	return {
		kind: 'correct',
		message: 'This would write where nothing was confirmed. Nothing was sent.',
		advice: `If that is what you want, add ${allowingWords(flags)}.`,
		fields,
	};
}

/** The flags in words; of very many teams only the first ones are named, the rest as fields. */
export function allowingWords(flags: readonly AllowingFlag[]): string {
	const shown = flags.slice(0, 8).map(wordsOf).join(' ');
	const rest = flags.length - 8;
	return rest > 0 ? `${shown}, and --confirm-production for ${rest} more teams` : shown;
}

const flagOf = ({flag}: NeededPermission, {credential}: PlannedSave): AllowingFlag =>
	flag === 'confirm-production' ? {flag, value: credential.teamId} : {flag};

const wordsOf = ({flag, value}: AllowingFlag): string =>
	value === undefined ? `--${flag}` : `--${flag} ${visible(value, 60)}`;
