import {isLoopback} from '../domain/api-generation.ts';
import {findProvider} from '../domain/providers/find-providers.ts';
import type {Incoming} from './incoming.ts';
import {storedFor} from './junction-consent.ts';
import type {DemoConnection, DemoLink, LinkState} from './junction-state.ts';
import {proveReactionTo} from './prove-provocations.ts';
import type {Reply} from './reply.ts';
import type {World} from './world.ts';

const linkPath = /^\/link\/(?<name>[\w-]{22})(?:\/(?<choice>allow|refuse))?$/;
const detourPath = /^\/v2\/link\/oauth\/(?<name>[\w-]{22})$/;

/** The page at which a person consents or refuses, or undefined where the request is not for it. It stays on loopback. */
export function linkAnswer({method, path}: Incoming, world: World): Reply | undefined {
	const detour = detourPath.exec(path)?.groups?.name;
	if (detour !== undefined && method === 'GET') {
		const location = world.junction.detours.get(detour);
		return location === undefined ? spentPage('invalid_token') : {kind: 'redirect', status: 302, location};
	}
	const {name = '', choice} = linkPath.exec(path)?.groups ?? {};
	if (name === '' || method !== (choice === undefined ? 'GET' : 'POST')) return undefined;
	const link = world.junction.find({name}, choice !== undefined);
	if (typeof link === 'string') return spentPage(link);
	return choice === undefined
		? choicePage(link)
		: ending(link, endOf(link, choice === 'allow', world), world);
}

type End = Pick<DemoConnection, 'status' | 'account' | 'error'>;

function endOf({holder, provider}: DemoLink, isAllowed: boolean, world: World): End {
	if (!isAllowed) {
		return {status: 'error', error: {type: 'user_cancelled', message: 'The user refused to consent.'}};
	}
	if (proveReactionTo(storedFor(holder, provider, world)?.values) === 'credential-error') {
		const message = 'The provider refused the credentials of the application.';
		return {status: 'error', error: {type: 'provider_credential_error', message}};
	}
	return {status: 'connected', account: 'demo-athlete-1'};
}

/** Notes it with the user, and sends the browser back, where that is on this computer. */
function ending({userId, provider, redirectUrl}: DemoLink, end: End, {junction}: World): Reply {
	const user = junction.users().find(({id}) => id === userId);
	if (!user) return spentPage('invalid_token');
	const others = user.connections.filter(one => one.provider !== provider);
	junction.change(user, {connections: [...others, {provider, createdOn: user.createdOn, ...end}]});
	if (redirectUrl === undefined || !URL.canParse(redirectUrl) || !isLoopback(new URL(redirectUrl))) {
		return page(end.error ? 'Not connected.' : 'Connected.', 'You can close this page.');
	}
	const location = new URL(redirectUrl);
	location.searchParams.set('provider', provider);
	location.searchParams.set('state', end.error ? 'error' : 'success');
	if (end.error) {
		location.searchParams.set('error_type', end.error.type);
		location.searchParams.set('error', end.error.message);
	}
	return {kind: 'redirect', status: 303, location: location.href};
}

function choicePage({name, provider}: DemoLink): Reply {
	const form = (choice: string, label: string) =>
		`<form method="post" action="/link/${name}/${choice}"><button>${label}</button></form>`;
	const about = findProvider(provider)?.name ?? (/^[\w-]{1,40}$/.test(provider) ? provider : 'the provider');
	return page(
		`Connect ${inHtml(about)}?`,
		'This is the demo of byoo: nothing leaves this computer.',
		form('allow', 'Allow') + form('refuse', 'Refuse'),
	);
}

const inHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const spent: Readonly<Record<LinkState, string>> = {
	invalid_token: 'There is no such link.',
	token_expired: 'This link has ended.',
	token_consumed: 'This link was used.',
};

const spentPage = (state: LinkState): Reply => page(spent[state], 'Start the connection again.');

const page = (title: string, words: string, more = ''): Reply => ({
	kind: 'page',
	html: `<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>${title}</title>\n<body style="font-family: sans-serif; margin: 4em"><h1>${title}</h1><p>${words}</p>${more}\n`,
});
