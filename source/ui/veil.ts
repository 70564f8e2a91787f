import {storedDetails} from '../domain/body/stored.ts';
import {leavesIn} from '../domain/body/walk.ts';
import {clientIdOf, type StoredCredential, type Team} from '../domain/credential.ts';
import {isSecretValue} from '../domain/field-values.ts';
import {clean} from '../domain/text.ts';
import {isOfTarget} from '../wizard/answers.ts';
import {shownValue} from '../wizard/shown.ts';
import type {Wizard} from '../wizard/state.ts';

const hidden = '••••••';
const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const anyEmail = /[^\s@()<>]+@[^\s@()<>]+\.[a-z]{2,}/gi;
const shortest = 3;

/**
The texts of a conversation that identify someone: what was entered for the credential and what was read of it,
as they are and as they are shown. Every ID and email address is hidden besides, whoever it belongs to.
*/
export function identifiersOf(
	{answers, drafts, phase, changedMeanwhile, proofs}: Wizard,
	stored: readonly StoredCredential[],
): readonly string[] {
	const fields = Object.entries({...drafts, ...answers}).flatMap(([id, answer]) => {
		const isField = id === 'client-id' || id.startsWith('details');
		if (!isField || typeof answer !== 'object' || !('kind' in answer) || answer.kind !== 'given') return [];
		return typeof answer.value === 'string' && !isSecretValue(answer.value) ? [answer.value] : [];
	});
	const used = proofs.application?.differences.filter(({field}) => field === 'client_id') ?? [];
	const rows = [
		...stored,
		...(phase.status === 'done' ? [phase.outcome.stored] : []),
		...(changedMeanwhile?.ok && changedMeanwhile.value ? [changedMeanwhile.value] : []),
	];
	const read = rows.flatMap(row => [
		row.id,
		clientIdOf(row) ?? '',
		row.clientSecretHash ?? '',
		...textsIn(row),
	]);
	const shown = [...fields, ...read, ...used.map(one => one.used)].flatMap(text => [
		text,
		clean(text),
		clean(text, 300),
		shownValue(text),
	]);
	return [...new Set(shown)].filter(text => text.length >= shortest).toSorted((a, b) => b.length - a.length);
}

/** Every text that stands alone in the details. Lists are scopes and the like, and identify nobody. */
const textsIn = (stored: StoredCredential): readonly string[] =>
	leavesIn(storedDetails(stored) ?? {}).flatMap(({value}) => (typeof value === 'string' ? [value] : []));

/** What a veil lets through. */
export type Seen = {
	/** Public, such as a redirect URI to register: left as it is. */
	readonly publicTexts?: readonly string[];
	/** Identifiers that could be taken for another: their last signs stay. */
	readonly alike?: readonly string[];
};

/** The text without these identifiers, any ID or any email address. */
export function veiled(text: string, identifiers: readonly string[], seen: Seen = {}): string {
	const {publicTexts = [], alike = []} = seen;
	const [shown, ...rest] = publicTexts.filter(one => one !== '');
	if (shown !== undefined) {
		const parts = text.split(shown);
		return parts.map(part => veiled(part, identifiers, {...seen, publicTexts: rest})).join(shown);
	}
	const veilOf = (identifier: string): string =>
		alike.includes(identifier) ? hidden + identifier.slice(-lastSigns) : hidden;
	const known = identifiers.reduce(
		(left, identifier) => left.replaceAll(identifier, () => veilOf(identifier)),
		text,
	);
	return known.replace(anyId, veilOf).replace(anyEmail, hidden);
}

const lastSigns = 4;
const shortestAlike = 8;

/** The identifiers of which there are two that stand for each other: client IDs that differ, teams of one name. */
export function alikeIn(
	wizard: Wizard,
	stored: readonly StoredCredential[],
	teams: readonly Team[],
): readonly string[] {
	const {answers} = wizard;
	const given = answers['client-id'];
	const own = given?.kind === 'given' && typeof given.value === 'string' ? [given.value] : [];
	const earlier = stored.filter(row => isOfTarget(row, answers)).flatMap(row => clientIdOf(row) ?? []);
	const clientIds = new Set([...own, ...earlier]);
	const counts = new Map<string | undefined, number>();
	for (const {name} of teams) counts.set(name, (counts.get(name) ?? 0) + 1);
	const namesakes = teams.filter(({name}) => (counts.get(name) ?? 0) > 1);
	return [...(clientIds.size > 1 ? clientIds : []), ...namesakes.map(({id}) => id)].filter(
		({length}) => length >= shortestAlike,
	);
}
