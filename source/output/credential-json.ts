import {masked} from '../domain/body/show.ts';
import type {PlacedCredential, StoredCredential} from '../domain/credential.ts';
import {bodyFields, bodyName} from '../domain/fields.ts';

/**
A stored credential as JSON shows it: an allow-list of its fields, exactly as they are stored. Of the details only
those show their value that are known as no secrets.
*/
export const credentialJson = ({place, stored, teamName}: PlacedCredential): object => ({
	id: stored.id,
	provider: stored.provider,
	...valuesJson(stored),
	appUrl: stored.appUrl,
	createdAt: stored.createdAt,
	updatedAt: stored.updatedAt,
	env: place.environment,
	region: place.region,
	team: {id: stored.teamId, name: teamName ?? null},
});

/** The values by the API's names in JSON's own spelling; in place of the secret its hash. */
function valuesJson(stored: StoredCredential): object {
	const shown = masked(stored);
	return Object.fromEntries(
		bodyFields.map(field => {
			const name = bodyName(field).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
			return field.kind === 'secret'
				? [`${name}Hash`, stored.clientSecretHash]
				: [name, shown[bodyName(field)] ?? null];
		}),
	);
}
