import type {Json, StoredCredential} from './credential.ts';
import type {Field} from './field.ts';
import {fieldsOf} from './fields.ts';
import {unknownProvider} from './providers/find-providers.ts';
import type {Provider} from './providers/provider.ts';
import {type FieldAnswers, isSecretValue} from './schemas.ts';
import {isJsonObject, jsonOf} from './sealed.ts';
import {mask} from './secret.ts';
import {storedValue} from './stored-fields.ts';

/** One field whose answer is not what is stored, raw. Undefined is no value. */
export type Difference = {
	readonly field: Field;
	readonly from: Json | undefined;
	readonly to: Json | undefined;
};

/**
The fields in which the answers are not what is stored, and what a practice binding erases. Secrets cannot be read
back, so every save sets them anew: among them are only secret details that appear or go, masked. null equals absent,
addresses are compared by their normal form, lists as sets, a practice ID in any case.
*/
export function differencesFrom(
	stored: StoredCredential,
	answers: FieldAnswers,
	provider: Provider,
): readonly Difference[] {
	const erased = provider.ownOAuth === 'practice' ? erasedByPractice(stored) : [];
	return [
		...erased,
		...fieldsOf(provider).flatMap(field => {
			if (field.kind === 'secret')
				return field.id === 'client-secret' ? [] : secretDifference(field, stored, answers);
			const answer = answers[field.id];
			const given = answer?.kind === 'given' ? answer.value : undefined;
			const to = given !== undefined && isSecretValue(given) ? jsonOf(given) : given;
			const from = storedValue(stored, field);
			const same = (text: string) =>
				field.id !== 'client-id'
					? inOneSpelling(text)
					: provider.ownOAuth === 'practice'
						? text.toLowerCase()
						: text;
			return normalForm(from, same) === normalForm(to, same) ? [] : [{field, from, to}];
		}),
	];
}

/** A secret that is there before and after cannot be compared. */
function secretDifference(
	field: Field,
	stored: StoredCredential,
	answers: FieldAnswers,
): readonly Difference[] {
	const shown = (isSet: boolean) => (isSet ? mask : undefined);
	const from = shown(storedValue(stored, field) !== undefined);
	const to = shown(answers[field.id]?.kind === 'given');
	return from === to ? [] : [{field, from, to}];
}

/** A practice binding has neither details nor an override, so whatever is stored of them goes. */
const erasedByPractice = (stored: StoredCredential): readonly Difference[] =>
	fieldsOf(unknownProvider(''))
		.filter(({id}) => id === 'redirect-url-override' || id === 'details')
		.map(field => ({field, from: storedValue(stored, field), to: undefined}))
		.filter(({from}) => from !== undefined);

/** Whether two JSON values are the same, but for the order of lists and keys. */
export const isSameJson = (one: Json | undefined, other: Json | undefined): boolean =>
	normalForm(one, text => text) === normalForm(other, text => text);

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
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.keys(value)
			.toSorted()
			.map(key => [key, sorted(value[key] ?? null)]),
	);
}
