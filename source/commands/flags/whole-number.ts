import type {FieldProblem} from '../../domain/problem.ts';
import type {FlagName} from './flags.ts';

/** A whole number within bounds. */
export function wholeNumber(
	flag: FlagName,
	given: string | undefined,
	{from, to}: {readonly from: number; readonly to: number},
	problems: FieldProblem[],
): number | undefined {
	if (given === undefined) return undefined;
	const number = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
	if (number >= from && number <= to) return number;
	problems.push({field: flag, message: `--${flag} takes a whole number from ${from} to ${to}.`});
	return undefined;
}
