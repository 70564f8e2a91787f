import type {EndpointReading, PairCheckSpec, SecureAddress} from '../domain/proof/pair-check.ts';
import {pairCheckOf} from '../domain/proof/pair-checks.ts';
import {notOfferedWords, pairFinding, readAnswer} from '../domain/proof/pair-finding.ts';
import type {CheckPair, Pair} from '../domain/proof/ports.ts';
import type {Secret} from '../domain/secret.ts';
import type {Http} from '../management-api/transport.ts';
import {askProvider, madeUp, type Question, type Reach} from './ask-provider.ts';

/**
Tries pairs at their providers, each with a made-up code of its own. The secret goes to the endpoints of the provider's
entry in `domain/proof/pair-checks.ts`, and nowhere else; `reach` leads them to doubles, in tests and in the demo.
*/
export const pairCheckWith =
	(http: Http, reach: Reach = address => address): CheckPair =>
	async (pair, {signal}) => {
		const {slug, name, portalUrl = `the portal of ${name}`} = pair.provider;
		const spec = pairCheckOf({slug});
		if (!spec) return {verdict: 'unknown', type: 'not-offered', message: notOfferedWords(name)};
		http.secrets.add(pair.secret);
		const readings: EndpointReading[] = [];
		for (const endpoint of spec.endpoints) {
			const read = await readingAt(http, reach, {spec, endpoint, pair}, signal);
			readings.push(read);
			if (read.reading.verdict === 'proved') break;
		}
		return pairFinding(spec, {who: spec.who, portalUrl}, readings);
	};

type Try = {readonly spec: PairCheckSpec; readonly endpoint: SecureAddress; readonly pair: Pair};

async function readingAt(
	http: Http,
	reach: Reach,
	{spec, endpoint, pair}: Try,
	signal: AbortSignal,
): Promise<EndpointReading> {
	const code = madeUp();
	http.secrets.add(code);
	const asked = await askProvider(http, reach, questionOf(spec, endpoint, pair, code), signal);
	if (asked.kind === 'silent') return {reading: asked.reading};
	return {reading: readAnswer(spec, asked.answer), status: asked.answer.status};
}

/** The request with which a code is exchanged for tokens (RFC 6749, 4.1.3), its secrets opened. */
function questionOf(
	{who, login, parameters, sendsRedirectUri}: PairCheckSpec,
	address: SecureAddress,
	{clientId, secret, redirectUri}: Pair,
	code: Secret,
): Question {
	const body = new URLSearchParams({
		...parameters,
		grant_type: 'authorization_code',
		code: code.reveal(),
		...(sendsRedirectUri && {redirect_uri: redirectUri}),
		...(login === 'form' && {client_id: clientId, client_secret: secret.reveal()}),
	});
	const headers = login === 'basic' ? {authorization: basic(clientId, secret)} : {};
	return {who, address, method: 'POST', headers, body};
}

/** Both are encoded as in a form before they are joined (RFC 6749, 2.3.1). */
const basic = (clientId: string, secret: Secret): string =>
	`Basic ${btoa(`${formEncoded(clientId)}:${formEncoded(secret.reveal())}`)}`;

const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
