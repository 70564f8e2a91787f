import {isObject} from '../../source/domain/body/walk.ts';
import type {BodyObject, Credential, StoredCredential} from '../../source/domain/credential.ts';
import {bodyFields, bodyName} from '../../source/domain/fields.ts';

type ValueName = 'client_id' | 'client_secret' | 'details' | 'redirect_url_override';

/** What is another in a credential: properties of its own, and values by the API's names beside them. */
export type Changes<Whole extends Credential | StoredCredential> = Partial<Omit<Whole, 'values'>> & {
	readonly [name in ValueName]?: Whole['values'][string];
};

export type StoredChanges = Changes<StoredCredential>;

/** The same credential, changed where told. */
export function altered<Whole extends Credential | StoredCredential>(
	whole: Whole,
	changes: Changes<Whole>,
): Whole {
	const names = bodyFields.map(bodyName);
	const entries = Object.entries(changes);
	const values = entries.filter(([name]) => names.includes(name));
	const own = entries.filter(([name]) => !names.includes(name));
	return {
		...whole,
		...Object.fromEntries(own),
		values: {...whole.values, ...Object.fromEntries(values)},
	};
}

/** The details that are sent or stored; null where there are none. */
export function detailsIn({values: {details}}: {readonly values: BodyObject}): BodyObject | null {
	return isObject(details) ? details : null;
}
