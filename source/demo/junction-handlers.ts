import {isObject} from '../domain/body/walk.ts';
import type {JsonObject} from '../domain/credential.ts';
import {parse} from './bodies.ts';
import {type Check, nullable, object, someText, text, webAddress} from './checks.ts';
import type {Incoming} from './incoming.ts';
import {consentAddressOf, storedFor} from './junction-consent.ts';
import {gapOf, gapReply} from './junction-gaps.ts';
import type {DemoConnection, DemoUser, TokenHolder} from './junction-state.ts';
import {proveReactionTo} from './prove-provocations.ts';
import {invalid, ok, type Reply, refusal} from './reply.ts';
import type {Gaps, World} from './world.ts';

/** A request to Junction's API with a token that is good. `name` is the last part of its path. */
type JunctionCall = {
	readonly incoming: Incoming;
	readonly holder: TokenHolder;
	readonly name: string;
	readonly world: World;
};

type Route = {
	readonly gap: keyof Gaps;
	readonly method: string;
	readonly path: RegExp;
	readonly handle: (call: JunctionCall) => Reply;
};

const routes: readonly Route[] = [
	{gap: 'users', method: 'POST', path: /^\/v2\/user$/, handle: createUser},
	{gap: 'users', method: 'GET', path: /^\/v2\/user\/resolve\/(?<name>[^/]+)$/, handle: resolveUser},
	{
		gap: 'connections',
		method: 'GET',
		path: /^\/v2\/user\/providers\/(?<name>[^/]+)$/,
		handle: call => withUser(call, user => ok({providers: user.connections.map(connectionAnswer)})),
	},
	{
		gap: 'users',
		method: 'GET',
		path: /^\/v2\/user\/(?<name>[^/]+)$/,
		handle: call => withUser(call, user => ok(userAnswer(user))),
	},
	{gap: 'userDeletions', method: 'DELETE', path: /^\/v2\/user\/(?<name>[^/]+)$/, handle: deleteUser},
	{gap: 'links', method: 'POST', path: /^\/v2\/link\/token$/, handle: createLink},
];

const consentPath = /^\/v2\/link\/provider\/oauth\/(?<name>[^/]+)$/;

/** What Junction's API answers, or undefined where the request is not for it. */
export function junctionAnswer(incoming: Incoming, world: World): Reply | undefined {
	const {method, path, authorization = ''} = incoming;
	const consent = consentPath.exec(path);
	if (consent && method === 'GET') return consentAddress(incoming, consent.groups?.name ?? '', world);
	const route = routes.find(one => one.method === method && one.path.test(path));
	if (!route) return undefined;
	const gap = gapOf(world.gaps[route.gap]);
	if (gap) return gapReply(gap);
	const holder = world.junction.holderOf(/^Bearer (\S+)$/.exec(authorization)?.[1]);
	if (!holder) return refusal(401, 'Invalid or expired token');
	return route.handle({incoming, holder, name: route.path.exec(path)?.groups?.name ?? '', world});
}

const userShape = object({
	required: {client_user_id: someText},
	optional: {ingestion_start: nullable(text), ingestion_end: nullable(text)},
});

function createUser({incoming, holder, world}: JunctionCall): Reply {
	const body = checked(incoming, userShape);
	if (!body.ok) return body.reply;
	const clientUserId = String(body.value.client_user_id);
	const user = world.junction.createUser(holder, clientUserId);
	if (user) return ok(userAnswer(user));
	const taken = ownUsers(holder, world).find(one => one.clientUserId === clientUserId);
	const detail = {
		error_type: 'INVALID_REQUEST',
		error_message: 'Client user id already exists.',
		user_id: taken?.id,
		created_on: taken?.createdOn,
	};
	return {kind: 'json', status: 400, body: {detail}};
}

function resolveUser({holder, name, world}: JunctionCall): Reply {
	const user = ownUsers(holder, world).find(one => one.clientUserId === decodeURIComponent(name));
	return user ? ok(userAnswer(user)) : refusal(404, 'User not found');
}

function deleteUser(call: JunctionCall): Reply {
	return withUser(call, user => {
		call.world.junction.remove(user);
		return ok({success: true});
	});
}

const linkShape = object({
	required: {user_id: someText, provider: someText},
	optional: {redirect_url: nullable(webAddress)},
});

function createLink({incoming, holder, world}: JunctionCall): Reply {
	const body = checked(incoming, linkShape);
	if (!body.ok) return body.reply;
	const {user_id: userId, provider, redirect_url: redirectUrl} = body.value;
	const user = ownUsers(holder, world).find(({id}) => id === userId);
	if (!user) return refusal(404, 'User not found');
	if (typeof redirectUrl === 'string' && world.gaps.links === 'without-redirects') {
		return refusal(422, 'redirect_url is not allowed');
	}
	const slug = String(provider);
	if (proveReactionTo(storedFor(holder, slug, world)?.values) === 'not-ours') {
		world.junction.change(user, {isForeign: true});
	}
	const link = world.junction.link({
		userId: user.id,
		holder,
		provider: slug,
		...(typeof redirectUrl === 'string' ? {redirectUrl} : {}),
	});
	return ok({link_token: link.token, link_web_url: `${incoming.origin}/link/${link.name}`});
}

function consentAddress({linkToken, origin}: Incoming, provider: string, world: World): Reply {
	const gap = gapOf(world.gaps.consentAddresses);
	if (gap) return gapReply(gap);
	const link = world.junction.find({token: linkToken ?? ''}, true);
	if (typeof link === 'string') return refusal(401, link);
	const address = consentAddressOf(link, provider, {origin, world});
	return ok({id: 1, name: provider, slug: provider, description: '', logo: '', oauth_url: address ?? null});
}

const ownUsers = ({team, environment}: TokenHolder, {junction}: World): readonly DemoUser[] =>
	junction.users().filter(user => user.teamId === team.id && user.environment === environment);

function withUser({holder, name, world}: JunctionCall, answer: (user: DemoUser) => Reply): Reply {
	const user = ownUsers(holder, world).find(({id}) => id === name.toLowerCase());
	return user ? answer(user) : refusal(404, 'User not found');
}

type Checked = {readonly ok: true; readonly value: JsonObject} | {readonly ok: false; readonly reply: Reply};

function checked({body}: Incoming, shape: Check): Checked {
	const reading = parse(body);
	if (!reading.ok) return {ok: false, reply: invalid(reading.issues)};
	const issues = shape(reading.value, ['body']);
	if (issues.length > 0) return {ok: false, reply: invalid(issues)};
	return {ok: true, value: isObject(reading.value) ? reading.value : {}};
}

const userAnswer = ({id, teamId, clientUserId, createdOn, isForeign}: DemoUser) => ({
	user_id: id,
	team_id: teamId,
	client_user_id: isForeign ? 'somebody-else' : clientUserId,
	created_on: createdOn,
	connected_sources: [],
	fallback_time_zone: null,
});

const connectionAnswer = ({provider, createdOn, status, account, error}: DemoConnection) => ({
	name: provider,
	slug: provider,
	logo: '',
	created_on: createdOn,
	status,
	external_user_id: account ?? null,
	error_details: error ? {error_type: error.type, error_message: error.message, errored_at: createdOn} : null,
	resource_availability: {},
});
