import {documentedCallback} from '../callback.ts';
import {scopesOf} from '../portal/portals.ts';
import type {Problem, Result} from '../problem.ts';
import type {Provider} from '../providers/provider.ts';
import {listed, visible} from '../text.ts';
import {type ConsentParts, isCallbackOf} from './consent-address.ts';
import type {ApplicationFinding, Difference} from './finding.ts';
import type {ProofTarget} from './ports.ts';
import type {ScopeRequirements} from './team.ts';

/** What an address to consent at the provider's says of the application that was saved. */
export function applicationFinding(
	parts: ConsentParts,
	target: ProofTarget,
	requirements: Result<ScopeRequirements | undefined>,
): ApplicationFinding {
	const {name} = target.provider;
	const scopes = parts.scopes ?? [];
	if (parts.unclear.length > 0) {
		const message = `Junction’s address to consent at ${name} names ${listed(parts.unclear)} more than once, or with nothing, so nobody can tell what counts.`;
		return unknownApplication({type: 'unclear-address', message, advice: askSupport}, scopes);
	}
	if (parts.clientId === undefined || target.clientId === null) {
		const message =
			target.clientId === null
				? 'No client ID is saved to compare with the one that users are sent with.'
				: `Junction’s address to consent at ${name} names no client ID, so nothing of it can be compared.`;
		return unknownApplication({type: 'no-client-id', message, advice: tryIt}, scopes);
	}
	const needed = neededScopes(target.provider, requirements);
	const differences = [
		...clientDifference(target.clientId, parts.clientId),
		...redirectDifference(parts, target),
		...scopeDifference(parts, needed),
	];
	const [first] = differences;
	if (first) {
		const {type, message, advice} = refutations[first.field](target);
		return {verdict: 'refuted', type, message, advice, differences, scopes};
	}
	if (parts.redirectUri === undefined && target.redirectOverride !== undefined) {
		const message = `Junction sends users to ${name} with your client ID, and its address names no redirect URI to compare with your own.`;
		return unknownApplication({type: 'no-redirect-uri', message, advice: tryIt}, scopes);
	}
	if (parts.scopes === undefined && needed.length > 0) {
		const message = `Junction sends users to ${name} with your client ID, and its address names no scopes, where ${needed.length} are required.`;
		return unknownApplication({type: 'no-scopes', message, advice: tryIt}, scopes);
	}
	return {verdict: 'proved', message: provedWords(parts, name, needed), differences: [], scopes};
}

/** Why nobody knows, in words and for programs. */
export const unknownApplication = (
	why: {readonly type: string; readonly message: string; readonly advice?: string},
	scopes: readonly string[] = [],
): ApplicationFinding => ({verdict: 'unknown', ...why, differences: [], scopes});

/** The same, where a request failed. `what` says what could not be had. */
export const unansweredApplication = (what: string, {kind, message, advice}: Problem): ApplicationFinding =>
	unknownApplication({type: kind, message: `${what} ${message}`, advice});

/** An address that is neither the provider's nor Junction's for this place, or not over TLS. */
export const foreignAddress = (host: string, {name}: Provider): ApplicationFinding =>
	unknownApplication({
		type: 'other-host',
		message: `Junction’s address to consent is at ${visible(host, 100)}, and no such address is known of ${name}, or of Junction in this environment and region. Nothing was sent there.`,
		advice: 'Ask Junction whether this host is theirs or the provider’s before anybody consents there.',
	});

/** An address of Junction's own that does not lead to the provider at once. */
export const detouredAddress = ({name}: Provider): ApplicationFinding =>
	unknownApplication({
		type: 'no-location',
		message: `Junction’s address to consent is one of its own that does not lead to ${name} at once, so its client ID cannot be seen.`,
		advice: tryIt,
	});

const askSupport = 'Ask Junction’s support what users are sent with.';
export const tryIt = 'A real connection tells.';

function provedWords({redirectUri, scopes}: ConsentParts, name: string, needed: readonly string[]): string {
	const sent =
		redirectUri === undefined
			? `Junction sends users to ${name} with your client ID, and leaves the redirect URI to what is registered there.`
			: `Junction sends users to ${name} with your client ID and your redirect URI.`;
	if (needed.length > 0) return `${sent} All ${needed.length} scopes that are required are asked for.`;
	return scopes && scopes.length > 0 ? `${sent} Scopes asked for: ${visible(scopes.join(' '), 300)}.` : sent;
}

/** Required by the team, else by Junction of its own. Google Health users are asked for all of its scopes. */
function neededScopes(
	provider: Provider,
	requirements: Result<ScopeRequirements | undefined>,
): readonly string[] {
	if (requirements.ok && requirements.value) return requirements.value.must;
	return provider.slug === 'google_health' ? scopesOf(provider) : [];
}

const clientDifference = (saved: string, used: string): readonly Difference[] =>
	saved === used ? [] : [{field: 'client_id', saved, used}];

function redirectDifference(
	{redirectUri: used}: ConsentParts,
	{redirectOverride, callback, place, provider}: ProofTarget,
): readonly Difference[] {
	if (used === undefined) return [];
	const expected = redirectOverride ?? callback;
	if (expected !== undefined) {
		return expected === used ? [] : [{field: 'redirect_uri', saved: expected, used}];
	}
	if (isCallbackOf(used, place, provider.slug)) return [];
	return [{field: 'redirect_uri', saved: documentedCallback(place, provider.slug), used}];
}

function scopeDifference({scopes}: ConsentParts, needed: readonly string[]): readonly Difference[] {
	if (scopes === undefined) return [];
	const missing = needed.filter(scope => !scopes.includes(scope));
	return missing.length === 0 ? [] : [{field: 'scope', saved: missing.join(' '), used: scopes.join(' ')}];
}

type Refutation = {readonly type: string; readonly message: string; readonly advice: string};

const refutations: Readonly<Record<Difference['field'], (target: ProofTarget) => Refutation>> = {
	client_id: ({provider: {name}}) => ({
		type: 'other-client-id',
		message: `Junction sends users to ${name} with another client ID than the one that is saved.`,
		advice: 'Look at what is stored with byoo list, save it again, and ask Junction if it stays like this.',
	}),
	redirect_uri: ({provider: {name}, redirectOverride}) => ({
		type: 'other-redirect-uri',
		message: `Junction sends users to ${name} with another redirect URI than ${redirectOverride === undefined ? 'the one to register' : 'your own'}.`,
		advice:
			redirectOverride === undefined
				? `Ask Junction why it is another. Only if it is theirs, register it at ${name} too, byte for byte.`
				: `Save your redirect URL override again. If it stays like this, ask Junction about the other one, and register it at ${name} only if it is theirs.`,
	}),
	scope: ({provider: {name}}) => ({
		type: 'missing-scopes',
		message: `Junction sends users to ${name} without asking for scopes that are required.`,
		advice: `Look at the scopes that the team requires of users of ${name}, and ask Junction why these are left out.`,
	}),
};
