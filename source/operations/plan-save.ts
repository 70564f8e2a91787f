import {valueChanges} from '../domain/body/changes.ts';
import {asItIs, differences} from '../domain/body/compare.ts';
import {otherDetails} from '../domain/body/details-answers.ts';
import {credentialFrom} from '../domain/body/encode.ts';
import {hidden, shownValue} from '../domain/body/show.ts';
import {valueAt} from '../domain/body/walk.ts';
import type {Place, StoredCredential} from '../domain/credential.ts';
import {fieldsOf} from '../domain/fields.ts';
import type {Before} from '../domain/outcome.ts';
import type {FieldChange, PlannedSave} from '../domain/plan.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import type {Provider} from '../domain/providers/provider.ts';
import type {FieldAnswers} from '../domain/schemas.ts';
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
	const known = valueChanges(stored, answers, provider).map(({field, from, to}) => ({
		field: field.path.join('.'),
		title: field.title,
		from: shownValue(field, from),
		to: shownValue(field, to),
	}));
	return [...known, ...otherChanges(stored, answers, provider)];
}

/** Details beside the known ones, of a provider that has some. */
function otherChanges(
	stored: StoredCredential,
	answers: FieldAnswers,
	provider: Provider,
): readonly FieldChange[] {
	if (fieldsOf(provider).some(field => field.id === 'details')) return [];
	return Object.entries(otherDetails(answers)).flatMap(([key, value]) => {
		const from = valueAt(stored.values, ['details', key]);
		const isSame = differences(value, from, {strictness: 'exact', spelling: asItIs}).length === 0;
		const path = `details.${shownName(key)}`;
		return isSame ? [] : [{field: path, title: path, from: hidden(from), to: hidden(value)}];
	});
}
