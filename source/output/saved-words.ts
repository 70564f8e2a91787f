import {storedValue} from '../domain/body/stored.ts';
import {isObject} from '../domain/body/walk.ts';
import type {Json, StoredCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import {bodyFields} from '../domain/fields.ts';
import type {SaveOutcome} from '../domain/outcome.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {shownName, visible} from '../domain/text.ts';
import {ago, localTime} from './ago.ts';

type Confirmed = Extract<SaveOutcome, {kind: 'confirmed'}>;

/**
What is stored, line by line: an allow-list, and of details only their names. Where `now` is given it is for a person to
read: with times by their clock, and no hash of a secret.
*/
export function savedLines(
	stored: StoredCredential,
	now?: Date,
): readonly {readonly label: string; readonly value: string}[] {
	const lines: readonly (readonly [string, string | null])[] = [
		['Credential', stored.id],
		...bodyFields.map(field => [field.title, savedValue(stored, field, now)] as const),
		['Updated', now ? `${ago(stored.updatedAt, now)}, ${localTime(stored.updatedAt)}` : stored.updatedAt],
	];
	return lines.flatMap(([label, value]) =>
		value === null || value === '' ? [] : [{label, value: visible(value)}],
	);
}

function savedValue(stored: StoredCredential, field: Field, now: Date | undefined): string | null {
	const {clientSecretHash: hash} = stored;
	if (field.kind === 'secret')
		return hash === null ? null : now ? 'set, and never shown again' : `hash ${hash}`;
	const value = storedValue(stored, field);
	return value === undefined ? null : field.kind === 'json' ? namesIn(value) : String(value);
}

/** The names of the details that have a value. */
const namesIn = (details: Json): string =>
	Object.entries(isObject(details) ? details : {})
		.filter(([, value]) => value !== null)
		.map(([name]) => shownName(name))
		.join(', ');

const actionWords = {
	created: 'Credential created',
	updated: 'Credential updated',
	saved: 'Credential saved',
} as const;

const proofOfUpdate = {
	secret: 'The server shows another secret than before.',
	time: 'The server shows that it was written again.',
	none: 'The server shows no change: the secret was probably the same.',
} as const;

/** What an answer to a save that tells of another team may mean. */
export const otherTeamWords =
	'But the API’s answer named another team: look at what is stored for both with byoo list --all.';

/** How it is known, in words. */
export function proofWords({action, by, proof, namedOtherTeam}: Confirmed): string {
	const how =
		by === 'read-back'
			? `${actionWords[action]} and read back.`
			: `${actionWords[action]}. The API’s answer confirms it; it could not be read back.`;
	return [how, proof && proofOfUpdate[proof], namedOtherTeam && otherTeamWords].filter(Boolean).join(' ');
}

/** What is left to do, each as a line, with the link to where; or that it is active, as far as nothing was refuted. */
export function nextSteps({name, activation, portalUrl}: Provider, isRefuted = false): readonly string[] {
	switch (activation.kind) {
		case 'steps':
			return [
				`Still to do at ${name}:`,
				...activation.steps.map(step => `• ${step}`),
				...(portalUrl === undefined ? [] : [`  ${portalUrl}`]),
			];
		case 'immediate':
			return [
				isRefuted ? 'It is stored, but users cannot connect before that is mended.' : 'It is active now.',
				...(activation.note === undefined ? [] : [activation.note]),
			];
		case 'unknown':
			return [`Whether ${name} needs another step is not documented. Connect a test user to see.`];
	}
}
