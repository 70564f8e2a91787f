import type {Mapped} from '../escapes.ts';
import type {Finding, Kind, Severity} from './kind.ts';
import type {DoubtCode} from './kinds.ts';
import {positionOf, signAt} from './signs.ts';
import {type Told, wordsFor} from './words.ts';

/** Something about a value that is probably not meant. Nothing of the value is in it but, where it is told, one sign. */
export type Doubt = {
	readonly code: DoubtCode;
	readonly severity: Severity;
	/** Where it begins in the value as it came, in characters from 1. */
	readonly position?: number;
	/** What is odd, where, and what to do: one sentence. */
	readonly message: string;
	/** Whether a repair takes it away. */
	readonly isRepaired: boolean;
	/** Whether that could lose something of the value, and is not to be what a question proposes. */
	readonly mayLose: boolean;
};

type Named = Pick<Kind<DoubtCode>, 'code' | 'severity' | 'mayLose'>;

export const doubtOf = ({code, severity, mayLose}: Named, told: Told): Doubt => ({
	code,
	severity,
	...(told.position !== undefined && {position: told.position}),
	message: wordsFor(code, told),
	isRepaired: false,
	mayLose: mayLose === true,
});

/** Where a finding is in the value as it came, and the sign there. `mapped` is the value as it was looked at. */
export function placeOf(
	{namesSign}: Pick<Kind, 'namesSign'>,
	{index}: Finding,
	original: string,
	mapped: Mapped,
): Pick<Told, 'position' | 'sign'> {
	if (index === undefined) return {};
	const position = positionOf(original, mapped.placeOf(index));
	const sign = namesSign ? signAt(mapped.text, index) : undefined;
	return sign === undefined ? {position} : {position, sign};
}
