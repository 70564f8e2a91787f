import type {StoredCredential} from '../domain/credential.ts';
import {isSecretValue} from '../domain/schemas.ts';
import type {Wizard} from '../wizard/state.ts';

const hidden = '••••••';
const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const anyEmail = /[^\s@()<>]+@[^\s@()<>]+\.[a-z]{2,}/gi;
const shortest = 3;

/**
The texts of a conversation that identify someone: what was entered for the credential and what was read of it.
Every ID and email address is hidden besides, whoever it belongs to.
*/
export function identifiersOf(
	{answers, drafts, phase}: Wizard,
	stored: readonly StoredCredential[],
): readonly string[] {
	const fields = Object.entries({...drafts, ...answers}).flatMap(([id, answer]) => {
		const isField = id === 'client-id' || id.startsWith('details');
		if (!isField || typeof answer !== 'object' || !('kind' in answer) || answer.kind !== 'given') return [];
		return typeof answer.value === 'string' && !isSecretValue(answer.value) ? [answer.value] : [];
	});
	const rows = phase.status === 'done' ? [...stored, phase.outcome.stored] : stored;
	const read = rows.flatMap(row => [row.id, row.clientId ?? '', row.clientSecretHash ?? '']);
	return [...fields, ...read].filter(text => text.length >= shortest).toSorted((a, b) => b.length - a.length);
}

/** The text without these identifiers, any ID or any email address. */
export function veiled(text: string, identifiers: readonly string[]): string {
	const known = identifiers.reduce((rest, identifier) => rest.replaceAll(identifier, hidden), text);
	return known.replace(anyId, hidden).replace(anyEmail, hidden);
}
