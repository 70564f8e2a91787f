import {holdsSecret} from './values/secret-runs.ts';

const longest = 80;

/** The signs that a name may have, by the API's description of `POST /v1/org/{org_id}/team`. */
const allowed = /^[A-Za-zÀ-ÖØ-öø-ÿ0-9(),/:'|&_\- ’]*$/;

/** A name as it is sent: accents in one piece with their letters, as the API has them. */
export const teamNameOf = (text: string): string => text.normalize('NFC');

/** Why this cannot be the name of a new team, or nothing where it can. What was typed is never repeated. */
export function teamNameProblem(text: string): string | undefined {
	const name = teamNameOf(text);
	if (name.trim() === '') return 'A team needs a name.';
	if (holdsSecret(name, undefined))
		return 'This may be a secret, and the name of a team is seen by everybody.';
	if (name !== name.trim()) return 'White space stands around the name: give it without.';
	if (!allowed.test(name))
		return "The API takes letters, also those with accents of western languages, digits, spaces and ( ) , / : ' ’ | & _ - in the name of a team.";
	return name.length > longest
		? `The name of a team has ${longest} characters at most; this one has ${name.length}.`
		: undefined;
}
