import type {StoredCredential} from '../domain/credential.ts';
import {clean} from '../domain/text.ts';

/** What is stored, line by line: an allow-list, and of details only their names. */
export function savedLines(
	stored: StoredCredential,
): readonly {readonly label: string; readonly value: string}[] {
	const lines: readonly (readonly [string, string | null])[] = [
		['Credential', stored.id],
		['Client ID', stored.clientId],
		['Client secret', stored.clientSecretHash === null ? null : `hash ${stored.clientSecretHash}`],
		['Details', stored.details === null ? null : Object.keys(stored.details).join(', ')],
		['Redirect URL override', stored.redirectUrlOverride],
		['Updated', stored.updatedAt],
	];
	return lines.flatMap(([label, value]) =>
		value === null || value === '' ? [] : [{label, value: clean(value)}],
	);
}
