import type {BodyValue, Json} from '../credential.ts';
import type {Field} from '../field.ts';
import type {Provider} from '../providers/provider.ts';
import {Secret} from '../secret.ts';
import {looksMasked} from '../text.ts';
import {isList, isObject, type Path, valueAt} from './walk.ts';

/** How a text is spelled, so that two that mean the same are spelled alike. */
export type Spelling = (text: string) => string;

/** Of what nobody knows, no spelling is another's. */
export const asItIs: Spelling = text => text;

/** A web address in its normal form, and any other text as it is. */
const asAddress: Spelling = text =>
	/^https?:/i.test(text) && URL.canParse(text) ? new URL(text).href : text;

/** A client ID may look like an address, and is compared as it is; of a practice ID the case does not matter. */
export function spellingOf({id}: Field, {ownOAuth}: Provider): Spelling {
	if (id !== 'client-id') return asAddress;
	return ownOAuth === 'practice' ? text => text.toLowerCase() : asItIs;
}

/**
What counts as a difference. The API's answer is compared for two reasons, and they need two measures:

- `exact`: what a person is told that a save would change, and what the API keeps as it was sent. Any other value is a
  difference, a mask too, which is not what is typed over it. A no and an empty text are nothing: where nothing is
  stored, they change nothing.
- `lenient`: whether details arrived. The API keeps them for the provider: it may add what it knows itself and mask
  what it shows, which says nothing against the save. A no that was sent and is not there was lost, though: what
  stands in its place is unknown. And what was stored `previous`ly and should be gone is no addition.
*/
export type Strictness = 'exact' | 'lenient';

export type Comparison = {
	readonly strictness: Strictness;
	readonly spelling?: Spelling;
	readonly previous?: Json | undefined;
};

/**
Where what is stored is not what is wanted: nowhere, at the path, or lenient at paths inside. null is nothing, lists
have no order, and web addresses have one form. Of a secret that is shown as a mask can only be told that it appears or
goes.
*/
export function differences(
	wanted: BodyValue | undefined,
	stored: Json | undefined,
	comparison: Comparison,
	path: Path = [],
): readonly Path[] {
	const {strictness, spelling = asAddress, previous} = comparison;
	const here = (isOne: boolean) => (isOne ? [path] : []);
	if (strictness === 'exact') {
		if (wanted instanceof Secret) return here(isNothing(stored) || isAnotherSecret(wanted, stored));
		return here(!isSame(orNothing(wanted), orNothing(stored), spelling));
	}
	if (wanted instanceof Secret) return [];
	if (isNothing(wanted)) return here(!isNothing(stored) && isSame(stored, previous));
	if (typeof stored === 'string' && looksMasked(stored)) return [];
	if (isObject(wanted)) {
		return Object.entries(wanted).flatMap(([name, value]) => {
			const inside = {...comparison, previous: valueAt(previous, [name])};
			return differences(value, valueAt(stored, [name]), inside, [...path, name]);
		});
	}
	return here(isList(wanted) ? !hasAll(wanted, stored, previous) : !isSame(wanted, stored, spelling));
}

/** Whether something else than the secret stands there to be read. */
const isAnotherSecret = (wanted: Secret, stored: Json | undefined): boolean =>
	typeof stored === 'string' && !looksMasked(stored) && !wanted.is(stored);

/**
Whether two values are the same: null is nothing, and a list is its entries in whatever order, however often. The
spelling is that of a text by itself; texts inside of others are compared as they are.
*/
export const isSame = (
	one: BodyValue | undefined,
	other: BodyValue | undefined,
	spelling = asItIs,
): boolean => one === other || normalForm(one, spelling) === normalForm(other, spelling);

/** One text for all values that are the same. */
function normalForm(value: BodyValue | undefined, spelling = asItIs): string {
	if (value instanceof Secret) return normalForm(value.reveal(), spelling);
	if (typeof value === 'string') return JSON.stringify(spelling(value));
	if (isList(value)) {
		const entries = new Set(value.map(entry => normalForm(entry)));
		return `[${[...entries].toSorted().join(',')}]`;
	}
	if (!isObject(value)) return String(value ?? null);
	const entries = Object.entries(value)
		.filter(([, inside]) => !isNothing(inside))
		.map(([name, inside]) => `${JSON.stringify(name)}:${normalForm(inside)}`);
	return `{${entries.toSorted().join(',')}}`;
}

const isNothing = (value: BodyValue | undefined): boolean => value === undefined || value === null;

/** A no and an empty text as nothing. */
const orNothing = (value: BodyValue | undefined): BodyValue | undefined =>
	value === false || value === '' ? undefined : value;

/** Whether all that was sent is there, and nothing else that was there before. What is sealed cannot be looked for. */
function hasAll(sent: readonly BodyValue[], stored: Json | undefined, previous: Json | undefined): boolean {
	if (!isList(stored)) return false;
	const isIn = (list: readonly BodyValue[], value: BodyValue) => list.some(other => isSame(value, other));
	const isSealed = (value: BodyValue) => typeof value === 'object' && value !== null;
	const isSent = (value: Json) => sent.some(one => isSealed(one) || isSame(one, value));
	const before = isList(previous) ? previous : [];
	return (
		sent.every(value => isSealed(value) || isIn(stored, value)) &&
		stored.every(value => isSent(value) || !isIn(before, value))
	);
}
