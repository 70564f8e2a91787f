import {dateWords, hasPassed} from '../domain/providers/dates.ts';
import type {Provider, ProviderDate} from '../domain/providers/provider.ts';

/** The dates of a provider as JSON; `passed` is whether they are over on this day, by UTC. */
export const datesJson = ({dates = []}: Provider, today: Date): readonly object[] =>
	dates.map(({date, what, advice, source, certainty, ends, otherEnd}) => ({
		date,
		what,
		advice: advice ?? null,
		source,
		certainty,
		ends: ends ?? false,
		otherEnd: otherEnd ?? false,
		passed: hasPassed(date, today),
	}));

/** The dates of a provider, each with who says it on a line of its own. */
export const dateLines = ({dates = []}: Provider, today: Date): readonly string[] =>
	dates.flatMap(one => [`• ${dateLine(one, today)}`, `  Source: ${one.source}`]);

/** A date in one line: when, what and what to do. */
export function dateLine({date, what, advice, certainty}: ProviderDate, today: Date): string {
	const signs = [
		...(hasPassed(date, today) ? ['past'] : []),
		...(certainty === 'reported' ? [certainty] : []),
	];
	const when = signs.length === 0 ? dateWords(date) : `${dateWords(date)} (${signs.join(', ')})`;
	return [`${when}: ${what}`, ...(advice === undefined ? [] : [advice])].join(' ');
}
