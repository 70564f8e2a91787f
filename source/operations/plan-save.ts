import type {Json, Place, StoredCredential} from '../domain/credential.ts';
import {credentialFrom} from '../domain/credential-from.ts';
import {otherDetails} from '../domain/details-answers.ts';
import {differencesFrom, isSameJson} from '../domain/differences.ts';
import {fieldsOf} from '../domain/fields.ts';
import type {Before} from '../domain/outcome.ts';
import type {FieldChange, PlannedSave} from '../domain/plan.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import type {Provider} from '../domain/providers/provider.ts';
import type {FieldAnswers} from '../domain/schemas.ts';
import {mask} from '../domain/secret.ts';
import {shownName} from '../domain/text.ts';
import {completeAnswers} from './complete-answers.ts';

/** One credential as it is asked for: absence of an answer keeps what is stored. */
export type Wanted = {
	readonly place: Place;
	readonly teamId: string;
	readonly teamName?: string;
	readonly provider: Provider;
	readonly answers: FieldAnswers;
};

/**
What a save comes to, given what is stored now: its whole body, and whether it creates, changes something, or sends
the same with the secret anew. Problems are `correct`, with the fields that are missing; nothing was sent.
*/
export function planSave(wanted: Wanted, before: Before): Result<PlannedSave> {
	const {place, teamId, teamName, provider} = wanted;
	const completion = completeAnswers(provider, wanted.answers, before);
	if (!completion.ok) return failure(incomplete(provider, completion.fields, before));
	const stored = before.ok ? before.value : undefined;
	const changes = stored ? changesFrom(stored, completion.answers, provider) : [];
	return success({
		place,
		...(teamName === undefined ? {} : {teamName}),
		action: before.ok ? (stored ? (changes.length > 0 ? 'update' : 'resend') : 'create') : 'save',
		changes,
		credential: credentialFrom({teamId, provider}, completion.answers, stored),
		before,
	});
}

function incomplete(
	provider: Provider,
	fields: readonly {readonly field: string; readonly message: string}[],
	before: Before,
): Problem {
	const what = before.ok
		? before.value
			? 'an update'
			: 'a new credential'
		: 'a credential whose stored state cannot be read';
	return {
		kind: 'correct',
		message: `More is needed for ${what} of ${provider.name}. Nothing was sent.`,
		advice: 'Give what is named, then run it again.',
		fields,
	};
}

/** The changes, safe to show: values of details that the catalogue does not know are masked. */
function changesFrom(
	stored: StoredCredential,
	answers: FieldAnswers,
	provider: Provider,
): readonly FieldChange[] {
	const known = differencesFrom(stored, answers, provider).map(({field, from, to}) => {
		const isSealed = field.kind === 'json';
		const shown = (value: Json | undefined) => (value == null ? null : isSealed ? mask : value);
		return {field: field.path.join('.'), title: field.title, from: shown(from), to: shown(to)};
	});
	return [...known, ...otherChanges(stored, answers, provider)];
}

/** Details beside the known ones, of a provider that has some. */
function otherChanges(
	{details: stored}: StoredCredential,
	answers: FieldAnswers,
	provider: Provider,
): readonly FieldChange[] {
	if (fieldsOf(provider).some(field => field.id === 'details')) return [];
	return Object.entries(otherDetails(answers)).flatMap(([key, value]) => {
		const from = stored && Object.hasOwn(stored, key) ? stored[key] : undefined;
		const shown = (one: Json | undefined) => (one == null ? null : mask);
		const path = `details.${shownName(key)}`;
		return isSameJson(from, value) ? [] : [{field: path, title: path, from: shown(from), to: shown(value)}];
	});
}
