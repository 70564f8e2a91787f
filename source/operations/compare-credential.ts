import {differences, isSame, spellingOf} from '../domain/body/compare.ts';
import {type Path, valueAt} from '../domain/body/walk.ts';
import type {BodyObject, Credential, StoredCredential} from '../domain/credential.ts';
import {fieldOfPath, fieldsOf, flagFields, readableFields} from '../domain/fields.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';

/**
The fields in which what is stored is not what was sent, by title or API path; none where all is as sent. `previous`
is what was stored before. The details may have more in them than was sent, or masks; nothing else may.
*/
export function notArrived(
	{teamId, provider: slug, values}: Credential,
	stored: StoredCredential,
	previous?: StoredCredential,
): readonly string[] {
	const provider = providerOfSlug(slug);
	const titleOf = (path: Path) =>
		fieldOfPath(path, [...fieldsOf(provider), ...flagFields])?.title ?? path.join('.');
	const paths = readableFields.flatMap(field => {
		const {kind, path} = field;
		const comparison = {
			strictness: kind === 'json' ? 'lenient' : 'exact',
			spelling: spellingOf(field, provider),
			previous: valueAt(previous?.values, path),
		} as const;
		return differences(valueAt(values, path), valueAt(stored.values, path), comparison, path);
	});
	return [
		...(teamId.toLowerCase() === stored.teamId.toLowerCase() ? [] : ['Team']),
		...(slug === stored.provider ? [] : ['Provider']),
		...paths.map(titleOf),
	];
}

/** Whether two reads show the very same credential, or none; lists count as sets. */
export function isUnchanged(
	before: StoredCredential | undefined,
	now: StoredCredential | undefined,
): boolean {
	if (!before || !now) return before === now;
	const [one, other]: readonly BodyObject[] = [{...before}, {...now}];
	return Object.keys({...one, ...other}).every(name => isSame(one?.[name], other?.[name]));
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
): boolean => isRewritten(before, now) && notArrived(credential, now, before).length === 0;

// One instant is written in several ways; a time without a zone is UTC here. Anything else is compared as text.
function time(text: string): number | string {
	const instant = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
	return Number.isNaN(instant) ? text : instant;
}
