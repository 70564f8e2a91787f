import type {Credential, DetailValue, Json, JsonObject, StoredCredential} from '../domain/credential.ts';
import {fieldsOf} from '../domain/fields.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import {Secret} from '../domain/secret.ts';
import {looksMasked} from '../domain/text.ts';

/**
The fields in which what is stored is not what was sent, by title or API path; none where all is as sent.
Secrets are not compared, nor is a value that the server masks. null equals absent, URLs are compared by their
normal form, lists as sets, a practice ID in any case, and what the server added is fine. `previous`, what was
stored before, tells a value that the server added from one that was cleared and is still there.
*/
export function differences(
	credential: Credential,
	stored: StoredCredential,
	previous?: StoredCredential,
): readonly string[] {
	const provider = providerOfSlug(credential.provider);
	const titles = new Map(fieldsOf(provider).map(field => [field.path.join('.'), field.title]));
	const details = detailDifferences(credential.details, stored.details, previous?.details ?? null, 'details');
	const isSameId =
		provider.ownOAuth === 'practice'
			? credential.clientId.toLowerCase() === stored.clientId?.toLowerCase()
			: credential.clientId === (stored.clientId ?? '');
	const override = credential.redirectUrlOverride ?? '';
	return [
		...(credential.teamId.toLowerCase() === stored.teamId.toLowerCase() ? [] : ['Team']),
		...(credential.provider === stored.provider ? [] : ['Provider']),
		...(isSameId ? [] : ['Client ID']),
		...details.map(path => titles.get(path) ?? path),
		...(isSameText(override, stored.redirectUrlOverride ?? '') ? [] : ['Redirect URL override']),
	];
}

function detailDifferences(
	sent: DetailValue,
	stored: Json | undefined,
	previous: Json | undefined,
	path: string,
): readonly string[] {
	if (sent instanceof Secret) return [];
	if (sent === null) return stored == null || !isEqual(stored, previous ?? null) ? [] : [path];
	if (typeof stored === 'string' && looksMasked(stored) && sent !== stored) return [];
	if (isList(sent)) return isSameSet(sent, stored, previous) ? [] : [path];
	if (typeof sent === 'object') {
		const [inside, before] = [asObject(stored), asObject(previous)];
		return Object.entries(sent).flatMap(([key, value]) =>
			detailDifferences(value, at(inside, key), at(before, key), `${path}.${key}`),
		);
	}
	if (typeof sent === 'string' && typeof stored === 'string' && isSameText(sent, stored)) return [];
	return sent === stored ? [] : [path];
}

/** Whether all that was sent is there, and nothing that was there before and was not sent. */
function isSameSet(
	sent: readonly DetailValue[],
	stored: Json | undefined,
	previous: Json | undefined,
): boolean {
	if (!isList(stored)) return false;
	const isIn = (list: readonly Json[], value: Json) => list.some(other => isEqual(value, other));
	const isSent = (value: Json) => sent.some(one => isSealed(one) || isEqual(one as Json, value));
	const before = isList(previous) ? previous : [];
	return (
		sent.every(value => isSealed(value) || isIn(stored, value as Json)) &&
		stored.every(value => isSent(value) || !isIn(before, value))
	);
}

/** Whether two reads show the very same credential, or none; lists count as sets. */
export function isUnchanged(
	before: StoredCredential | undefined,
	now: StoredCredential | undefined,
): boolean {
	if (!before || !now) return before === now;
	return isEqual({...before}, {...now});
}

/**
Whether the server's own answers prove that the credential was written between them: there was none, or its
time of change or the hash of its secret is another. No clock of this machine takes part.
*/
export function isRewritten(before: StoredCredential | undefined, now: StoredCredential): boolean {
	if (!before) return true;
	const isLater =
		before.updatedAt !== '' && now.updatedAt !== '' && time(before.updatedAt) !== time(now.updatedAt);
	const {clientSecretHash: hash} = now;
	return isLater || (hash !== null && before.clientSecretHash !== null && hash !== before.clientSecretHash);
}

/** Whether what is stored now was written since `before`, and is just what was sent. */
export const hasArrived = (
	credential: Credential,
	before: StoredCredential | undefined,
	now: StoredCredential,
): boolean => isRewritten(before, now) && differences(credential, now, before).length === 0;

// One instant is written in several ways; a time without a zone is UTC here. Anything else is compared as text.
function time(text: string): number | string {
	const instant = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
	return Number.isNaN(instant) ? text : instant;
}

function isEqual(one: Json | undefined, other: Json | undefined): boolean {
	if (isList(one)) {
		if (!isList(other)) return false;
		const isIn = (list: readonly Json[]) => (value: Json) => list.some(item => isEqual(value, item));
		return one.every(isIn(other)) && other.every(isIn(one));
	}
	if (typeof one !== 'object' || one === null) return one === other;
	if (typeof other !== 'object' || other === null || isList(other)) return false;
	return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(key =>
		isEqual(at(one, key) ?? null, at(other, key) ?? null),
	);
}

const isSameText = (one: string, other: string): boolean =>
	one === other || (isWebUrl(one) && isWebUrl(other) && new URL(one).href === new URL(other).href);

const isWebUrl = (text: string): boolean => /^https?:/i.test(text) && URL.canParse(text);

// `Array.isArray` does not narrow a read-only list.
const isList = (value: DetailValue | undefined): value is readonly Json[] => Array.isArray(value);

const isSealed = (value: DetailValue): boolean => typeof value === 'object' && value !== null;

const asObject = (value: Json | undefined): JsonObject | undefined =>
	typeof value === 'object' && value !== null && !isList(value) ? value : undefined;

const at = (object: JsonObject | undefined, key: string): Json | undefined =>
	object && Object.hasOwn(object, key) ? object[key] : undefined;
