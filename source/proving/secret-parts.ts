/** Parameters of an address to consent that anybody may know. */
const open: ReadonlySet<string> = new Set([
	'access_type',
	'approval_prompt',
	'client_id',
	'code_challenge_method',
	'env',
	'include_granted_scopes',
	'mode',
	'prompt',
	'provider',
	'redirect_uri',
	'region',
	'response_type',
	'scope',
]);

const shortest = 8;
/** A part of a path that is no word, such as a token. */
const isOpaque = (text: string): boolean =>
	text.length >= 16 && (/\d/.test(text) || (/[a-z]/.test(text) && /[A-Z]/.test(text)));

/** What of an address lets somebody in, or tells of who does: states, tokens, parts of the path that are no words. */
export function secretPartsOf(address: string): readonly string[] {
	if (!URL.canParse(address)) return [address];
	const {searchParams, pathname, hash} = new URL(address);
	const values = [...searchParams].filter(([name]) => !open.has(name)).map(([, value]) => value);
	const segments = pathname.split('/').filter(isOpaque);
	return [...values, ...segments, hash.slice(1)].filter(part => part.length >= shortest);
}
