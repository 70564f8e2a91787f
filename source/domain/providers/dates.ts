import {listed} from '../text.ts';
import type {Lifecycle, Provider, ProviderDate} from './provider.ts';

const months = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
	...['August', 'September', 'October', 'November', 'December'],
];

/**
Whether a date is over: after its last day, so for a month or a year after all of it. Providers name no time zone, so days
are compared in UTC: whoever asks at the same moment, here or in a job elsewhere, gets the same answer.
*/
export const hasPassed = (date: string, today: Date): boolean =>
	today.toISOString().slice(0, date.length) > date;

/** As much of a date as is known: `2 November 2026`, `September 2026` or `2026`. */
export function dateWords(date: string): string {
	const [year = '', month, day] = date.split('-');
	const name = month === undefined ? undefined : months[Number(month) - 1];
	return [...(day === undefined ? [] : [Number(day)]), ...(name === undefined ? [] : [name]), year].join(' ');
}

/** The same within a sentence: `on 2 November 2026`, `in September 2026`. */
export const whenWords = (date: string): string =>
	`${date.split('-').length === 3 ? 'on' : 'in'} ${dateWords(date)}`;

/** The date at which the provider ends, where one is known. */
export const endOf = ({dates = []}: Provider): ProviderDate | undefined => dates.find(({ends}) => ends);

/** What the provider is on a day. Where the date of its end is known, that follows from it. */
export function lifecycleOn(provider: Provider, today: Date): Lifecycle {
	const {standing, successor} = provider;
	const end = endOf(provider);
	if (!end && (standing.kind === 'active' || standing.kind === 'beta')) return standing;
	const next = successor === undefined ? {} : {successor: successor.slug};
	if (!end) return {...standing, ...next};
	const isOver = hasPassed(end.date, today);
	return {kind: isOver ? 'retired' : 'retiring', note: endWords(provider, end, isOver), ...next};
}

export const hasEnded = (provider: Provider, today: Date): boolean =>
	lifecycleOn(provider, today).kind === 'retired';

/** Whether it ends, on whichever day, or has ended. */
export const isEnding = (provider: Provider): boolean =>
	endOf(provider) !== undefined ||
	provider.standing.kind === 'retiring' ||
	provider.standing.kind === 'retired';

function endWords(provider: Provider, {date, advice}: ProviderDate, isOver: boolean): string {
	const disagreement = disagreementWords(provider);
	return [
		`${provider.name} ${isOver ? 'ended' : 'ends'} ${whenWords(date)}.`,
		...(advice === undefined ? [] : [advice]),
		...(disagreement === undefined ? [] : [disagreement]),
	].join(' ');
}

/** That other ends than the one that counts were published, where there are any. */
export function disagreementWords({dates = []}: Provider): string | undefined {
	const others = dates.flatMap(({date, otherEnd}) => (otherEnd ? [dateWords(date)] : []));
	if (others.length === 0) return undefined;
	return `Sources disagree: ${listed(others)} ${others.length === 1 ? 'was' : 'were'} published too.`;
}
