import type {Severity} from './attention.ts';

const dayMilliseconds = 86_400_000;

/** Days until something needs to be done about it, so many at most for each severity. */
const nearDays = {high: 30, medium: 90} as const;

/**
Whole days, by UTC, from today until the first on which it may be: of a month or a year its first day, since the day
itself is not known. Negative once that is over.
*/
export function daysUntil(date: string, today: Date): number {
	const first = `${date}-01-01`.slice(0, 10);
	return Math.round((Date.parse(first) - Date.parse(today.toISOString().slice(0, 10))) / dayMilliseconds);
}

/** How near an end is: past or within 30 days, within 90 days, or later. */
export function severityOfEnd(date: string, today: Date): Severity {
	const days = daysUntil(date, today);
	if (days <= nearDays.high) return 'high';
	return days <= nearDays.medium ? 'medium' : 'low';
}

/** The same of what ends nothing: less, and nothing at all before the last 90 days. */
export function severityOfDate(date: string, today: Date): Severity | undefined {
	const severity = severityOfEnd(date, today);
	if (severity === 'low') return undefined;
	return severity === 'high' ? 'medium' : 'low';
}
