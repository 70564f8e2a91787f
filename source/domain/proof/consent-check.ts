import type {Provider} from '../providers/provider.ts';
import {visible} from '../text.ts';
import type {Finding} from './finding.ts';
import type {Asked, SecureAddress, TokenAnswer, UnknownReading} from './pair-check.ts';
import {sentence} from './pair-finding.ts';
import {noHint, unexpected, unknownAnswer} from './unknown-answers.ts';

/** How the address to consent is tried, which tells about client ID, redirect URI and scopes without any secret. */
export type ConsentCheckSpec = Pick<Asked, 'who'> & {
	readonly endpoint: SecureAddress;
	/** Where it leads to by itself: a page to sign in, and one that tells of errors. */
	readonly hosts: RegExp;
	readonly errorPath: string;
};

/** What was asked for, for the words about it. */
export type ConsentAsked = Asked & {readonly redirectUri: string; readonly scopes: readonly string[]};

/** An answer with where it leads to. */
export type ConsentAnswer = TokenAnswer & {readonly location: string | null};

const whoop: ConsentCheckSpec = {
	who: 'WHOOP',
	endpoint: 'https://api.prod.whoop.com/oauth/oauth2/auth',
	hosts: /^(?:[a-z0-9-]+\.)*whoop\.com$/,
	errorPath: '/oauth/oauth2/fallbacks/error',
};

/** How the consent address of this provider is tried; undefined where it tells nothing without a sign-in. */
export const consentCheckOf = ({slug}: Pick<Provider, 'slug'>): ConsentCheckSpec | undefined =>
	slug === 'whoop_v2' ? whoop : undefined;

/** The query of the address to consent. `state` is made up. */
export const consentQuery = ({
	clientId,
	redirectUri,
	scopes,
	state,
}: {
	readonly clientId: string;
	readonly redirectUri: string;
	readonly scopes: readonly string[];
	/** At least eight characters. */
	readonly state: string;
}): URLSearchParams =>
	new URLSearchParams({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: redirectUri,
		scope: scopes.join(' '),
		state,
	});

/** What an answer of the consent address means. Nothing of where it leads to is repeated. */
export function readConsent(spec: ConsentCheckSpec, answer: ConsentAnswer, asked: ConsentAsked): Finding {
	const {status} = answer;
	const to = [301, 302, 303, 307, 308].includes(status) ? locationIn(answer, spec) : undefined;
	const isOwn = to?.protocol === 'https:' && spec.hosts.test(to.hostname);
	if (to && isOwn && to.pathname === spec.errorPath) return {...refusal(spec, to, asked), status};
	if (to && isScopeRefusal(to) && `${to.origin}${to.pathname}` === withoutQuery(asked.redirectUri))
		return {...scopesRefused(asked), status};
	const isError = to?.searchParams.has('error');
	if (to && isOwn && !isError && (to.searchParams.get('login_challenge') ?? '') !== '') {
		const words = `${spec.who} shows its sign-in for this client ID, redirect URI and these scopes`;
		return {verdict: 'proved', message: sentence(words, 'reported', spec.who), status};
	}
	return {...(to ? elsewhere(spec) : unknownAnswer(answer, spec.who)), status};
}

function refusal(spec: ConsentCheckSpec, {searchParams}: URL, asked: ConsentAsked): Finding {
	const error = searchParams.get('error');
	const hints = `${searchParams.get('error_hint') ?? ''} ${searchParams.get('error_description') ?? ''}`;
	if (error === 'invalid_client') {
		const message = sentence(`${spec.who} does not know this client ID`, 'reported', spec.who);
		return {verdict: 'refuted', type: error, message, advice: `Copy it anew at ${asked.portalUrl}.`};
	}
	if (error === 'invalid_request' && /redirect[ _]ur[il]/i.test(hints)) {
		const message = `${spec.who} has not registered this redirect URI for the client ID: ${visible(asked.redirectUri)}.`;
		const advice = `Add it to the application at ${asked.portalUrl}, exactly as it is.`;
		return {verdict: 'refuted', type: error, message, advice};
	}
	return error === 'invalid_scope' ? scopesRefused(asked) : elsewhere(spec);
}

const scopesRefused = ({who, portalUrl, scopes}: ConsentAsked): Finding => ({
	verdict: 'refuted',
	type: 'invalid_scope',
	message: sentence(`${who} does not let this application ask for all scopes`, 'reported', who),
	advice: `Tick these at ${portalUrl}: ${scopes.join(', ')}.`,
});

const elsewhere = ({who}: ConsentCheckSpec): UnknownReading =>
	unexpected(`${who} sent the request to consent somewhere that tells nothing.`, noHint);

const isScopeRefusal = ({searchParams}: URL): boolean => searchParams.get('error') === 'invalid_scope';

function locationIn({location}: ConsentAnswer, {endpoint}: ConsentCheckSpec): URL | undefined {
	return location !== null && URL.canParse(location, endpoint) ? new URL(location, endpoint) : undefined;
}

const withoutQuery = (address: string): string => address.split(/[?#]/, 1)[0] ?? '';

/** The host that the consent address is at, to be said before it is asked. */
export function consentHostOf(provider: Pick<Provider, 'slug'>): string {
	const spec = consentCheckOf(provider);
	return spec ? new URL(spec.endpoint).host : '';
}
