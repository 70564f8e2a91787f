import {consentCheckOf, consentQuery, readConsent} from '../domain/proof/consent-check.ts';
import type {CheckConsent} from '../domain/proof/ports.ts';
import type {Http} from '../management-api/transport.ts';
import {askProvider, madeUp, type Reach} from './ask-provider.ts';

/**
Tries the address to consent as a browser would that comes from Junction, without any secret: client ID, redirect URI and
scopes with a made-up state. Where it leads to is read and not followed.
*/
export const consentCheckWith =
	(http: Http, reach: Reach = address => address): CheckConsent =>
	async ({provider, clientId, redirectUri, scopes}, {signal}) => {
		const {name, portalUrl = `the portal of ${name}`} = provider;
		const spec = consentCheckOf(provider);
		if (!spec) {
			const message = `What the consent address of ${name} tells is not known well enough to try it.`;
			return {verdict: 'unknown', type: 'not-offered', message};
		}
		const state = madeUp();
		http.secrets.add(state);
		const {who, endpoint: address} = spec;
		const query = consentQuery({clientId, redirectUri, scopes, state: state.reveal()});
		const headers = {accept: 'text/html, */*;q=0.5'};
		const asked = await askProvider(http, reach, {who, address, method: 'GET', headers, query}, signal);
		if (asked.kind === 'silent') return asked.reading;
		const answer = {...asked.answer, location: asked.answer.headers.get('location')};
		return readConsent(spec, answer, {who, portalUrl, redirectUri, scopes});
	};
