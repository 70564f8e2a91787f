import {valueChanges} from './body/changes.ts';
import {asItIs, differences} from './body/compare.ts';
import {otherDetails} from './body/details-answers.ts';
import {credentialFrom} from './body/encode.ts';
import {hidden, shownValue} from './body/show.ts';
import {valueAt} from './body/walk.ts';
import {type Completion, completeAnswers, lostBy} from './complete-answers.ts';
import {isStoredFor, type Place, type StoredCredential} from './credential.ts';
import type {FieldAnswers} from './field-values.ts';
import {fieldsOf} from './fields.ts';
import type {Before} from './outcome.ts';
import type {FieldChange, PlannedSave} from './plan.ts';
import {type FieldProblem, failure, type Problem, type Result, success} from './problem.ts';
import type {Provider} from './providers/provider.ts';
import {shownName, shownPath} from './text.ts';
import {byFlag, type Exactly, sameAnswers} from './values/same.ts';

/** One credential as it is asked for. */
export type Wanted = {
	readonly place: Place;
	readonly teamId: string;
	readonly teamName?: string | undefined;
	readonly provider: Provider;
	readonly answers: FieldAnswers;
};

/** The same where nobody looks at it: what is to be taken as it comes has been said before. */
export type WantedUnseen = Wanted & {readonly exactly?: Exactly};

/**
What a save of these very answers comes to, given what is stored now: its whole body, whether it creates, changes
something, or sends the same with the secret anew, and what it erases. A field without an answer is left empty.
*/
export function planOf({place, teamId, teamName, provider, answers}: Wanted, before: Before): PlannedSave {
	const found = before.ok ? before.value : undefined;
	// What belongs to another team or provider never goes to this one.
	const stored = found && isStoredFor(found, teamId, provider.slug) ? found : undefined;
	const changes = stored ? changesFrom(stored, answers, provider) : [];
	return {
		place,
		...(teamName === undefined ? {} : {teamName}),
		action: before.ok ? (stored ? (changes.length > 0 ? 'update' : 'resend') : 'create') : 'save',
		changes,
		anew: anewBy(provider, answers, changes),
		lost: stored ? lostBy(provider, answers, stored).map(path => shownPath(path.join('.'))) : [],
		credential: credentialFrom({teamId, provider}, answers, stored),
		before,
	};
}

/**
The same without anybody to ask: absence of an answer keeps what is stored, and nothing is erased unsaid. Problems are
`correct`, with the fields that are missing; nothing was sent.
*/
export function planSave(wanted: WantedUnseen, before: Before): Result<PlannedSave> {
	const {provider, answers, exactly = byFlag([])} = wanted;
	const completion = completeAnswers(provider, answers, before);
	if (!completion.ok) return failure(incomplete(provider, completion, before));
	// What was given together was compared before anything was sent.
	const kept = Object.entries(completion.answers).filter(([id]) => !Object.hasOwn(answers, id));
	const same = sameAnswers(provider, answers, Object.fromEntries(kept), exactly);
	return same.length > 0
		? failure(sameAsStored(same))
		: success(planOf({...wanted, answers: completion.answers}, before));
}

const sameAsStored = (fields: readonly FieldProblem[]): Problem => ({
	kind: 'correct',
	message: 'A value is that of another field, which is stored and would be kept. Nothing was sent.',
	advice: 'Give what is named, then run it again.',
	fields,
});

function incomplete(provider: Provider, {fields}: Extract<Completion, {ok: false}>, before: Before): Problem {
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

/** Whatever secret is sent and is no change that can be seen. */
const anewBy = (
	provider: Provider,
	answers: FieldAnswers,
	changes: readonly FieldChange[],
): readonly string[] =>
	fieldsOf(provider)
		.filter(
			({kind, id}) =>
				kind === 'secret' && answers[id]?.kind === 'given' && !changes.some(change => change.id === id),
		)
		.map(({title}) => title);

/** The changes, safe to show: values of details that the catalogue does not know are masked. */
function changesFrom(
	stored: StoredCredential,
	answers: FieldAnswers,
	provider: Provider,
): readonly FieldChange[] {
	const known = valueChanges(stored, answers, provider).map(({field, from, to}) => ({
		id: field.id,
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
