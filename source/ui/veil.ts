import {storedDetails} from '../domain/body/stored.ts';
import {leavesIn} from '../domain/body/walk.ts';
import {clientIdOf, type StoredCredential} from '../domain/credential.ts';
import {isSecretValue} from '../domain/field-values.ts';
import {clean} from '../domain/text.ts';
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
	{answers, drafts, phase, changedMeanwhile}: Wizard,
	stored: readonly StoredCredential[],
): readonly string[] {
	const fields = Object.entries({...drafts, ...answers}).flatMap(([id, answer]) => {
		const isField = id === 'client-id' || id.startsWith('details');
		if (!isField || typeof answer !== 'object' || !('kind' in answer) || answer.kind !== 'given') return [];
		return typeof answer.value === 'string' && !isSecretValue(answer.value) ? [answer.value] : [];
	});
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
	const shown = [...fields, ...read].flatMap(text => [text, clean(text), clean(text, 300), shownValue(text)]);
	return [...new Set(shown)].filter(text => text.length >= shortest).toSorted((a, b) => b.length - a.length);
}

/** Every text that stands alone in the details. Lists are scopes and the like, and identify nobody. */
const textsIn = (stored: StoredCredential): readonly string[] =>
	leavesIn(storedDetails(stored) ?? {}).flatMap(({value}) => (typeof value === 'string' ? [value] : []));

/** The text without these identifiers, any ID or any email address. */
export function veiled(text: string, identifiers: readonly string[]): string {
	const known = identifiers.reduce((rest, identifier) => rest.replaceAll(identifier, hidden), text);
	return known.replace(anyId, hidden).replace(anyEmail, hidden);
}
