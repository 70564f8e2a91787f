import type {Organization} from '../credential.ts';
import {isForbidden, type Problem, type Result} from '../problem.ts';
import {whenWords} from '../providers/dates.ts';
import type {Attention} from './attention.ts';
import {daysUntil, severityOfEnd} from './nearness.ts';

/** That the organization has expired, or does within 90 days. */
export function organizationEnd(read: Result<Organization>, today: Date): readonly Attention[] {
	if (!read.ok) return isSilent(read.problem) ? [] : [unread(read.problem)];
	const time = Date.parse(read.value.expiresAt ?? '');
	if (Number.isNaN(time)) return [];
	const date = new Date(time).toISOString().slice(0, 10);
	const severity = severityOfEnd(date, today);
	if (severity === 'low') return [];
	const isOver = time <= today.getTime();
	const days = daysUntil(date, today);
	const left = days < 1 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
	return [
		{
			code: 'organization-expires',
			severity,
			date,
			message: isOver
				? `The organization expired ${whenWords(date)}.`
				: `The organization expires ${left}, ${whenWords(date)}.`,
			advice: 'Ask Junction to renew it: its key may open nothing any more from then on.',
		},
	];
}

/** Whether this API does not tell of organizations, or not to this key. */
const isSilent = (problem: Problem): boolean => problem.kind === 'unavailable' || isForbidden(problem);

const unread = ({message, advice}: Problem): Attention => ({
	code: 'organization-unknown',
	severity: 'unknown',
	message: `When the organization expires could not be read. ${message}`,
	advice,
});
