import {otherDetails, withOtherDetails} from './body/details-answers.ts';
import {keptDetails, lostDetails, storedAnswer, storedValue} from './body/stored.ts';
import {covers, merged, type Path} from './body/walk.ts';
import type {StoredCredential} from './credential.ts';
import type {Field} from './field.ts';
import type {FieldAnswer, FieldAnswers} from './field-values.ts';
import {fieldsOf} from './fields.ts';
import type {Before} from './outcome.ts';
import type {FieldProblem} from './problem.ts';
import type {Provider} from './providers/provider.ts';
import {Secret} from './secret.ts';
import {looksMasked, shownPath} from './text.ts';

/** An answer to every field of a provider, or every field for which none can be found. */
export type Completion =
	| {readonly ok: true; readonly answers: FieldAnswers}
	| {readonly ok: false; readonly fields: readonly FieldProblem[]};

/**
Completes what was given with what is stored, without anybody to ask: a field that was left out keeps its stored
value, and one that was given as empty is cleared. A secret cannot be read back, so it has to be given each time;
so has whatever the server masks, for a mask must never be sent as if it were the value.
*/
export function completeAnswers(provider: Provider, given: FieldAnswers, before: Before): Completion {
	const stored = before.ok ? before.value : undefined;
	const fields = fieldsOf(provider);
	const answers: [string, FieldAnswer][] = [];
	const problems: FieldProblem[] = [];
	const others = othersFrom(stored, fields, given);
	for (const field of fields) {
		const found = (field.id === 'details' ? others : given[field.id]) ?? answerFrom(stored, field);
		if (typeof found === 'string') problems.push({field: field.id, message: found});
		else if (found.kind === 'empty' && field.isRequired)
			problems.push({field: field.id, message: `${field.title} is needed and cannot be cleared.`});
		else answers.push([field.id, found]);
	}
	if (others && !fields.some(({id}) => id === 'details')) answers.push(['details', others]);
	const lost = stored ? lostBy(provider, given, stored) : [];
	problems.push(
		...lost.map(path => ({field: shownPath(path.join('.')), message: maskedMessage('This detail', false)})),
	);
	return problems.length > 0
		? {ok: false, fields: problems}
		: {ok: true, answers: Object.fromEntries(answers)};
}

/** What is stored as an answer, or why nothing can be sent for the field. */
function answerFrom(stored: StoredCredential | undefined, field: Field): FieldAnswer | string {
	const value = stored && storedValue(stored, field);
	if (!stored || value === undefined || value === null) {
		return field.isRequired ? neededMessage(field, stored !== undefined) : {kind: 'empty'};
	}
	if (field.kind === 'secret' && typeof value === 'string' && value !== '' && !looksMasked(value)) {
		return {kind: 'given', value: new Secret(value)};
	}
	return storedAnswer(stored, field) ?? maskedMessage(field.title, field.isRequired);
}

function neededMessage({id, title}: Field, isStored: boolean): string {
	if (id === 'client-secret' && isStored) {
		return `${title} is needed: a stored one cannot be read back, so every update sends it again.`;
	}
	return `${title} is needed.`;
}

const maskedMessage = (title: string, isRequired: boolean): string =>
	`${title} is stored, but masked or in a form that cannot be sent again. Give it again${isRequired ? '' : ', or clear it'}.`;

/** The details that no field knows, if any were given: what is stored beside them stays, however deep it is. */
function othersFrom(
	stored: StoredCredential | undefined,
	fields: readonly Field[],
	answers: FieldAnswers,
): FieldAnswer | undefined {
	if (answers.details?.kind !== 'given') return answers.details;
	const kept = (stored && keptDetails(stored, withoutWhole(fields))) ?? {};
	return withOtherDetails(answers, merged(kept, otherDetails(answers))).details;
}

/** Stored details that cannot be sent as they are stored, that no field asks about, and for which nothing was given. */
export function lostBy(provider: Provider, answers: FieldAnswers, stored: StoredCredential): readonly Path[] {
	const fields = fieldsOf(provider);
	const {details} = answers;
	if (details?.kind === 'empty') return [];
	// Where nothing was given, the field itself says so.
	if (details === undefined && fields.some(({id}) => id === 'details')) return [];
	const given = otherDetails(answers);
	return lostDetails(stored, withoutWhole(fields)).filter(path => !covers(given, path.slice(1)));
}

const withoutWhole = (fields: readonly Field[]): readonly Field[] =>
	fields.filter(({id}) => id !== 'details');
