import type {Json, JsonObject, StoredCredential} from '../domain/credential.ts';
import type {FieldId} from '../domain/field.ts';
import {isSecretValue} from '../domain/schemas.ts';
import {jsonOf} from '../domain/sealed.ts';
import {clean} from '../domain/text.ts';
import type {Answers} from './answers.ts';
import {providerOf, stepsFor} from './steps.ts';
import {isOfTarget, storedValue} from './stored.ts';

/** One field that a save would change. Texts are cleaned for display; an empty one means none. */
export type Change = {
	readonly id: FieldId;
	readonly title: string;
	readonly from: string;
	readonly to: string;
};

/**
What a save would change of the stored credential, field by field. Secrets are not in it: they cannot be read
back, so every save sets them anew.
*/
export function changesFrom(stored: StoredCredential, answers: Answers): readonly Change[] {
	if (!isOfTarget(stored, answers)) return [];
	return stepsFor(answers).flatMap(step => {
		if (step.kind !== 'field' || step.field.kind === 'secret') return [];
		const answer = answers[step.id];
		const given = answer?.kind === 'given' ? answer.value : undefined;
		const value = given !== undefined && isSecretValue(given) ? jsonOf(given) : given;
		const before = storedValue(stored, step.field);
		const [from, to] = [wordsOf(before), wordsOf(value)];
		const isPractice = providerOf(answers)?.ownOAuth === 'practice';
		const same = (text: string) =>
			step.id !== 'client-id' ? inOneSpelling(text) : isPractice ? text.toLowerCase() : text;
		return normalForm(before, same) === normalForm(value, same)
			? []
			: [{id: step.id, title: step.title, from, to}];
	});
}

/** One form for what the API takes for equal: null and nothing, lists in any order, texts by their own measure. */
function normalForm(value: Json | undefined, same: (text: string) => string): string {
	if (value === undefined || value === null || value === false || value === '') return '';
	if (typeof value === 'string') return same(value);
	return JSON.stringify(sorted(value));
}

/** A web address in its normal form. A client ID may look like one, and is compared as it is. */
const inOneSpelling = (text: string): string =>
	/^https?:/i.test(text) && URL.canParse(text) ? new URL(text).href : text;

function sorted(value: Json): Json {
	if (Array.isArray(value))
		return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
	if (!isPlain(value)) return value;
	return Object.fromEntries(
		Object.keys(value)
			.toSorted()
			.map(key => [key, sorted(value[key] ?? null)]),
	);
}

const isPlain = (value: Json): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in words. Of an object only its keys are shown, for it may hold secrets. */
function wordsOf(value: Json | undefined): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return clean(value.join(', '));
	return clean(isPlain(value) ? Object.keys(value).join(', ') : String(value));
}
