import {isOf, junctionHostOf, placeWords} from '../domain/junction-hosts.ts';
import type {RedirectDeviation, RedirectTarget} from '../domain/ports.ts';
import {clean} from '../domain/text.ts';
import {queryDeviations} from './redirect-query.ts';

/** What an endpoint answered: `location` as it was sent, and of a 2xx its page. */
export type RedirectAnswer = {
	readonly status: number;
	readonly location: string | undefined;
	readonly page: string;
};

/** Every way in which the answer to a GET of `asked` is not what the callback needs. None: it forwards as it must. */
export function deviationsOf(
	answer: RedirectAnswer,
	asked: URL,
	target: RedirectTarget,
): readonly RedirectDeviation[] {
	if (answer.status >= 200 && answer.status < 300) return [ownPage(answer)];
	const status = answer.status === 307 ? [] : [otherStatus(answer.status)];
	if (answer.status < 300 || answer.status > 399) return status;
	const {location} = answer;
	if (!location || !URL.canParse(location, asked.href)) return [...status, noLocation(location)];
	return [
		...status,
		...placeDeviations(new URL(location, asked), target),
		...queryDeviations(asked.search.slice(1), queryOf(location)),
	];
}

/** The query exactly as it was sent, which a parsed URL no longer tells. */
function queryOf(location: string): string {
	const [address = ''] = location.split('#', 1);
	const start = address.indexOf('?');
	return start === -1 ? '' : address.slice(start + 1);
}

const forwardsByPage =
	/<meta[^>]{1,200}http-equiv\s{0,9}=\s{0,9}["']?refresh|location(?:\.href)?\s{0,9}=[^=]|location\.(?:replace|assign)\(/i;

function ownPage({status, page}: RedirectAnswer): RedirectDeviation {
	return forwardsByPage.test(page)
		? {
				kind: 'own-page',
				message: `It answers ${status} with a page that forwards by itself, by HTML or JavaScript.`,
				advice: 'Let the server answer 307 with a Location header, before any page.',
			}
		: {
				kind: 'own-page',
				message: `It answers ${status} with something of its own in place of a redirect.`,
				advice: 'Let it answer 307 with a Location header, and check that the path is that of the forwarder.',
			};
}

const need307 = 'Answer with 307, which keeps the method and is never remembered.';

const redirects: ReadonlyMap<number, string> = new Map([
	[301, 'which browsers remember for good, even after you correct it, and which lets them change the method'],
	[302, 'which lets a client change the method'],
	[303, 'which makes a client change the method to GET'],
	[308, 'which browsers remember for good, even after you correct it'],
]);

function otherStatus(status: number): RedirectDeviation {
	const kind = 'other-status';
	const redirect = redirects.get(status);
	if (redirect) return {kind, message: `It redirects with ${status}, ${redirect}.`, advice: need307};
	if (status === 407) {
		const advice =
			'Set HTTPS_PROXY to the address of that proxy with your user name and password in it, or try from another network. The endpoint has to answer with 307.';
		return {kind, message: 'A proxy on the way to it wants a user name and password (407).', advice};
	}
	if (status === 401 || status === 403) {
		const advice =
			'Open the path to everyone: users come from the provider without your session. Then answer with 307.';
		return {kind, message: `It asks for a login or a permission (${status}).`, advice};
	}
	if (status === 404 || status === 410) {
		const advice = 'Check the path and that the forwarder is deployed there. It has to answer with 307.';
		return {kind, message: `There is nothing at this address (${status}).`, advice};
	}
	if (status === 405) {
		return {kind, message: 'It does not take GET (405).', advice: 'Let it answer GET with 307.'};
	}
	if (status >= 500) {
		const advice =
			'Look into its log. It has to answer with 307 without reading or checking the code and the state.';
		return {kind, message: `It failed (${status}).`, advice};
	}
	if (status >= 400) {
		const advice =
			'Let it answer with 307 whatever the code and the state are: it has no need to check them.';
		return {kind, message: `It refused the request (${status}).`, advice};
	}
	return {kind, message: `It answers ${status}, which is no redirect to another address.`, advice: need307};
}

const noLocation = (location: string | undefined): RedirectDeviation => ({
	kind: 'no-location',
	message: location
		? `Its Location header is no address: ${clean(location.split('?', 1)[0] ?? '', 100)}`
		: 'It answers without a Location header, so a browser has nowhere to go.',
	advice: 'Put the full https address of the callback into Location, then ? and the query as it came.',
});

/** Where it forwards to: the host, or else the environment, then the path where it is known. */
function placeDeviations(location: URL, target: RedirectTarget): readonly RedirectDeviation[] {
	const {callback} = target;
	const expected = callback !== undefined && URL.canParse(callback) ? new URL(callback) : undefined;
	const host = junctionHostOf(location);
	if (expected ? location.origin !== expected.origin : !host || !isOf(host, target)) {
		if (!host || isOf(host, target)) return [otherHost(location, expected)];
		const message = `It forwards to ${clean(location.host, 100)}, which is ${placeWords(host)}; this is ${target.environment}, ${target.region}.`;
		const advice = expected
			? `Forward to ${shown(expected)}. Each environment and region needs an address of its own.`
			: 'Forward to the host of this environment and region. Each of them needs an address of its own.';
		return [{kind: 'other-environment', message, advice}, ...pathDeviations(location, expected)];
	}
	return pathDeviations(location, expected);
}

function otherHost(location: URL, expected: URL | undefined): RedirectDeviation {
	return {
		kind: 'other-host',
		message: `It forwards to ${shown(location)}, which is not the callback.`,
		advice: expected
			? `Forward to ${shown(expected)}.`
			: 'Forward to the redirect URI of the preparation: an https address at junction.com or tryvital.io.',
	};
}

function pathDeviations(location: URL, expected: URL | undefined): readonly RedirectDeviation[] {
	if (!expected || location.pathname === expected.pathname) return [];
	return [
		{
			kind: 'other-path',
			message: `It forwards to the path ${clean(location.pathname)} in place of ${clean(expected.pathname)}.`,
			advice: 'Use the path exactly as it is: capital letters and a slash at the end count.',
		},
	];
}

/** Without the query, which may hold more than what was made up. */
const shown = ({protocol, host, pathname}: URL): string => clean(`${protocol}//${host}${pathname}`);
