import {type PairReaction, reactionOfPair} from './pair-inputs.ts';
import * as answers from './provider-answers.ts';
import type {Reply} from './reply.ts';
import {consentAnswer} from './whoop-consent.ts';

/** A request to a provider: what the demo knows of it. */
type ProviderCall = {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	/** The header `Authorization`. */
	readonly authorization?: string | undefined;
	readonly body: string;
};

/** A token endpoint of a provider, as it is documented. */
type TokenEndpoint = {
	readonly answers: answers.TokenAnswers;
	readonly login: 'form' | 'basic';
	/** What the form must hold besides the grant, the code and the pair. */
	readonly needs: readonly string[];
};

const oura: TokenEndpoint = {answers: answers.standard, login: 'form', needs: ['redirect_uri']};

/** By host and path, which stand below `/provider/` in the demo. */
const endpoints: ReadonlyMap<string, TokenEndpoint> = new Map<string, TokenEndpoint>([
	['oauth2.googleapis.com/token', {answers: answers.google, login: 'form', needs: []}],
	['www.strava.com/oauth/token', {answers: answers.strava, login: 'form', needs: []}],
	[
		'wbsapi.withings.net/v2/oauth2',
		{answers: answers.withings, login: 'form', needs: ['action', 'redirect_uri']},
	],
	[
		'api.prod.whoop.com/oauth/oauth2/token',
		{answers: answers.standard, login: 'form', needs: ['redirect_uri']},
	],
	['polarremote.com/v2/oauth2/token', {answers: answers.standard, login: 'basic', needs: []}],
	['moi.ouraring.com/oauth/v2/ext/oauth-token', oura],
	['api.ouraring.com/oauth/token', oura],
]);

const prefix = '/provider/';

/** Leads documented addresses of providers to the demo's doubles of them. */
export const demoReach =
	(demoUrl: string) =>
	(address: string): string => {
		const {host, pathname, search} = new URL(address);
		return `${demoUrl}${prefix}${host}${pathname}${search}`;
	};

/** What a provider answers, or `undefined` where the path is not below `/provider/`. It reads no code and gives no token. */
export function providerAnswer({method, path, query, authorization, body}: ProviderCall): Reply | undefined {
	if (!path.startsWith(prefix)) return undefined;
	const asked = path.slice(prefix.length);
	if (method === 'GET' && asked === 'api.prod.whoop.com/oauth/oauth2/auth') return consentAnswer(query);
	const endpoint = endpoints.get(asked);
	if (!endpoint) return {kind: 'json', status: 404, body: {message: 'Not Found'}};
	if (method !== 'POST') {
		return {kind: 'json', status: 405, body: {message: 'Method Not Allowed'}, headers: {allow: 'POST'}};
	}
	return tokenAnswer(endpoint, new URLSearchParams(body), authorization);
}

function tokenAnswer(
	{answers: own, login, needs}: TokenEndpoint,
	form: URLSearchParams,
	authorization: string | undefined,
): Reply {
	const clientId = login === 'form' ? loginInForm(form) : loginInHeader(authorization);
	const isWhole = ['code', ...needs].every(name => form.get(name));
	if (clientId === undefined || !isWhole || form.get('grant_type') !== 'authorization_code') {
		return own.malformed;
	}
	return reply(own, reactionOfPair(clientId));
}

function reply(own: answers.TokenAnswers, reaction: PairReaction | undefined): Reply {
	switch (reaction) {
		case 'unknown':
			return own.unknown;
		case 'wrong-secret':
			return own.wrongSecret;
		case 'unclear':
			return own.malformed;
		case 'page':
			return answers.page;
		case 'redirect':
			return answers.elsewhere;
		case 'slow':
			return {kind: 'silence'};
		case 'busy':
			return answers.busy;
		default:
			return own.right;
	}
}

const loginInForm = (form: URLSearchParams): string | undefined =>
	form.get('client_secret') ? (form.get('client_id') ?? undefined) : undefined;

/** The client ID of HTTP Basic, in which both are encoded as in a form (RFC 6749, 2.3.1). */
function loginInHeader(authorization = ''): string | undefined {
	const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/.exec(authorization) ?? [];
	const [id, secret] = Buffer.from(encoded ?? '', 'base64')
		.toString()
		.split(':');
	if (!id || !secret) return undefined;
	return new URLSearchParams(`id=${id}`).get('id') ?? undefined;
}
