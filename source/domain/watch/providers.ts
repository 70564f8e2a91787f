import type {PlacedCredential} from '../credential.ts';
import {disagreementWords, endOf, hasPassed, lifecycleOn, whenWords} from '../providers/dates.ts';
import {findProvider} from '../providers/find-providers.ts';
import type {Provider, ProviderDate} from '../providers/provider.ts';
import {type Attention, subjectOf} from './attention.ts';
import {severityOfDate, severityOfEnd} from './nearness.ts';
import {type FindStored, targetOf} from './targets.ts';

/** That the provider of a stored credential has ended, or ends. */
export function providerEnd(placed: PlacedCredential, find: FindStored, today: Date): readonly Attention[] {
	const provider = findProvider(placed.stored.provider);
	if (!provider) return [];
	const lifecycle = lifecycleOn(provider, today);
	if (lifecycle.kind !== 'retired' && lifecycle.kind !== 'retiring') return [];
	const end = endOf(provider);
	const hasEnded = lifecycle.kind === 'retired';
	const next = lifecycle.successor === undefined ? undefined : findProvider(lifecycle.successor);
	const isMoved = next !== undefined && find({...targetOf(placed), provider: next.slug}) !== undefined;
	return [
		{
			...subjectOf(placed),
			code: hasEnded ? 'provider-ended' : 'provider-ends',
			// What remains is to delete it, or to wait.
			severity: isMoved || !end ? 'low' : severityOfEnd(end.date, today),
			...(end && {date: end.date}),
			message: end ? endWords(provider, end, hasEnded) : lifecycle.note,
			...adviceOf([end?.advice, next && successorWords(provider, next, {isMoved, hasEnded})]),
		},
	];
}

function endWords(provider: Provider, {date}: ProviderDate, hasEnded: boolean): string {
	if (hasEnded) return `${provider.name} ended ${whenWords(date)}.`;
	const ends = `${provider.name} ends ${whenWords(date)}.`;
	const disagreement = disagreementWords(provider);
	return disagreement === undefined ? ends : `${ends} ${disagreement}`;
}

function successorWords(
	provider: Provider,
	next: Provider,
	{isMoved, hasEnded}: {readonly isMoved: boolean; readonly hasEnded: boolean},
): string {
	if (isMoved)
		return hasEnded
			? `${next.name} is set here too, so this one can be deleted: byoo delete.`
			: `${next.name} is set here too: once its users have moved, delete this one with byoo delete.`;
	return next.ownOAuth === 'yes'
		? `byoo export --provider ${provider.slug} --as ${next.slug} writes the manifest to move to ${next.name} with.`
		: `${next.name} takes its place.`;
}

/** What else happens soon at the providers of these credentials, once for each. */
export function providerDates(credentials: readonly PlacedCredential[], today: Date): readonly Attention[] {
	const slugs = new Set(credentials.map(({stored}) => stored.provider));
	return [...slugs].flatMap(slug => {
		const others = (findProvider(slug)?.dates ?? []).filter(({ends, otherEnd}) => !ends && !otherEnd);
		return others.flatMap(({date, what, advice}): readonly Attention[] => {
			const severity = hasPassed(date, today) ? undefined : severityOfDate(date, today);
			if (severity === undefined) return [];
			return [{code: 'provider-date', severity, provider: slug, date, message: what, ...adviceOf([advice])}];
		});
	});
}

function adviceOf(sentences: readonly (string | undefined)[]): {readonly advice?: string} {
	const said = sentences.filter(sentence => sentence !== undefined);
	return said.length === 0 ? {} : {advice: said.join(' ')};
}
