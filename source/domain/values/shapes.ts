/**
Secrets that can be told by their form alone. Google's are as public secret scanners know them; `mg_` and the prefixes
of team keys are Junction's own, from its documentation of the Management API and of its API.
*/
const clientSecrets = /^GOCSPX-[\w-]{10,}$/;
const organizationKey = /^mg_[\w-]{16,}$/;
const teamKey = /^[sp]k_(?:us|eu)_\S+$/;
const anyTeamKey = /^[sp]k_/;

/** What dashboards and logs put in the place of a part. A single star is clean. */
export const masked = /\*{3}|[•●∙⬤]{3}|…|\.{3}[.,;]{0,9}$/;

/** The same in the midst of a text, and none of them as a part of a longer word. */
const clientSecretWithin = /(?<![\w-])GOCSPX-[\w-]{10,}/;
const organizationKeyWithin = /(?<![\w-])mg_[\w-]{16,}/;
const teamKeyWithin = /(?<![\w-])[sp]k_(?:us|eu)_[\w-]+/;

/** Where a client secret, a key of Junction's Management API or a key of a team stands in a text. */
export const placesOf = {
	clientSecret: (text: string): number => text.search(clientSecretWithin),
	organizationKey: (text: string): number => text.search(organizationKeyWithin),
	teamKey: (text: string): number => text.search(teamKeyWithin),
} as const;

/** Whether it is a client secret, whoever gave it. */
export const isKnownClientSecret = (text: string): boolean => clientSecrets.test(text);

/** Whether it is a key of Junction's Management API. */
export const isOrganizationKey = (text: string): boolean => organizationKey.test(text);

/** Whether it is a key of a team, which the Management API does not take. */
export const isTeamKey = (text: string): boolean => teamKey.test(text);

/** The same where a key is what was asked for, so that its beginning is enough. */
export const beginsLikeTeamKey = (text: string): boolean => anyTeamKey.test(text);

/** Names of secrets before something, as settings, queries, JSON and chats have them; and a word of a request header. */
const named: readonly RegExp[] = [
	/(?:secret|pass(?:word|wd|phrase)|token|(?:api|org|organi[sz]ation|management|private)[-_ ]?key)["'`]?\s*[=:]\s*[^\s=]/i,
	/\b(?:client|consumer|app|application|webhook)[-_ ]?secret\s+\S/i,
	/\b(?:bearer|basic)\s+[^\s]{8}/i,
];

/**
Whether what was typed or pasted into any field may be a secret, and has to be masked at once. `secretShape` is that of
the provider's client secret.
*/
export function mayBeSecret(text: string, secretShape?: RegExp): boolean {
	const value = text.trim();
	return (
		/GOCSPX-|\bmg_[\w-]{16}|\b[sp]k_(?:us|eu)_|-----BEGIN [A-Z ]*PRIVATE KEY/.test(value) ||
		named.some(pattern => pattern.test(value)) ||
		secretShape?.test(value) === true
	);
}
