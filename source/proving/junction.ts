import type {RequestOptions} from '../domain/ports.ts';
import {failure, type Result, success} from '../domain/problem.ts';
import type {ConnectJunction, JunctionApi, TestUser, UserConnection} from '../domain/proof/ports.ts';
import {Secret} from '../domain/secret.ts';
import {exchange} from '../management-api/exchange.ts';
import {type ApiRequest, request} from '../management-api/request.ts';
import type {Http, Peer, Transport} from '../management-api/transport.ts';
import {
	parseConnections,
	parseConsent,
	parseDeletion,
	parseLink,
	parseUser,
	type RawConnection,
} from './junction-schemas.ts';
import {saidError} from './said-error.ts';
import {secretPartsOf} from './secret-parts.ts';

/**
Junction's API for one team. Its token goes to the API's own address alone, as a Bearer token; a management key never
goes there. Whatever lets somebody in is known to the run's secrets before anything else sees it.
*/
export const junctionWith =
	(http: Http): ConnectJunction =>
	({url, token}) => {
		http.secrets.add(token);
		const transport = {...http, peer: peerOf(url, token)};
		return {
			createUser: (user, options) => createUser(transport, user, options),
			findUser: (clientUserId, options) =>
				readUser(transport, `/v2/user/resolve/${segment(clientUserId)}`, options),
			user: (id, options) => readUser(transport, `/v2/user/${segment(id)}`, options),
			deleteUser: (id, options) => deleteUser(transport, id, options),
			createLink: (link, options) => createLink(transport, link, options),
			consentAddress: (provider, linkToken, options) =>
				readConsentAddress(transport, {provider, linkToken}, options),
			locationOf: (address, options) => readLocation(transport, address, options),
			connections: (userId, options) => readConnections(transport, userId, options),
		};
	};

const peerOf = (url: string, key: Secret): Peer => ({
	name: 'Junction',
	called: 'Junction’s API',
	url,
	key,
	headerOf: token => ['authorization', `Bearer ${token}`],
	addressOf: ({path, query}) => `${url}${path}${query?.size ? `?${query}` : ''}`,
	keyWords: {
		name: 'token of the team',
		refused:
			'Such a token ends after some minutes: try it again. If it stays like this, check that the address is that of Junction’s API for this environment and region.',
		forbidden: {
			message: 'Junction’s API does not allow this with a token of the team',
			advice: 'Ask Junction’s support whether the team and its plan include this.',
		},
	},
});

const segment = (text: string): string => encodeURIComponent(text.toWellFormed());

/** `POST /v2/user`, sent once. Nothing before or after the day is fetched. */
const createUser = (
	transport: Transport,
	{clientUserId, day}: Parameters<JunctionApi['createUser']>[0],
	options: RequestOptions,
): Promise<Result<TestUser>> =>
	request(
		transport,
		{
			method: 'POST',
			path: '/v2/user',
			body: {client_user_id: clientUserId, ingestion_start: day, ingestion_end: day},
			intent: 'create-user',
			subject: 'the test user',
			parse: parseUser,
		},
		options,
	);

/** A user, or undefined where the API says that there is none, as a missing operation may say too. */
async function readUser(
	transport: Transport,
	path: string,
	options: RequestOptions,
): Promise<Result<TestUser | undefined>> {
	const parse = (json: unknown) => {
		const user = parseUser(json);
		return user && {user};
	};
	const subject = 'the test user';
	const read = await request<{readonly user?: TestUser}>(
		transport,
		{method: 'GET', path, intent: 'read', subject, parse, absent: {}},
		options,
	);
	return read.ok ? success(read.value.user) : read;
}

/** `DELETE /v2/user/{user_id}`, sent once. */
const deleteUser = (transport: Transport, id: string, options: RequestOptions): Promise<Result<object>> =>
	request(
		transport,
		{
			method: 'DELETE',
			path: `/v2/user/${segment(id)}`,
			intent: 'delete-user',
			subject: 'the deletion of the test user',
			parse: parseDeletion,
		},
		options,
	);

/** `POST /v2/link/token`. One that got lost lets nobody in, so it is asked for as a read is. */
const createLink: Operation<JunctionApi['createLink']> = (
	transport,
	{userId, provider, redirectUrl},
	options,
) =>
	request(
		transport,
		{
			method: 'POST',
			path: '/v2/link/token',
			body: {user_id: userId, provider, ...(redirectUrl !== undefined && {redirect_url: redirectUrl})},
			intent: 'read',
			subject: 'the link',
			parse(json) {
				const link = parseLink(json, transport.peer.url);
				return link && {token: kept(transport, link.token), address: keptAddress(transport, link.address)};
			},
		},
		options,
	);

type Operation<Method extends (...given: never[]) => unknown> = (
	transport: Transport,
	...given: Parameters<Method>
) => ReturnType<Method>;

/** `GET /v2/link/provider/oauth/{provider}`, which the link token alone opens. */
async function readConsentAddress(
	transport: Transport,
	{provider, linkToken}: {readonly provider: string; readonly linkToken: Secret},
	options: RequestOptions,
): Promise<Result<Secret | undefined>> {
	const consent: ApiRequest<{readonly address?: string}> = {
		method: 'GET',
		path: `/v2/link/provider/oauth/${segment(provider)}`,
		headers: {'x-vital-link-token': linkToken.reveal()},
		intent: 'read',
		subject: 'the address to consent at',
		parse: parseConsent,
	};
	const {keyWords} = transport.peer;
	const peer = {...transport.peer, keyWords: {...keyWords, name: 'link', refused: spentLink}};
	const read = await request({...transport, peer}, consent, options);
	if (!read.ok) return read;
	const {address} = read.value;
	return success(address === undefined ? undefined : keptAddress(transport, address));
}

const spentLink = 'A link is good once and for ten minutes: try it again.';

/** Those that lead a browser to another address. */
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** One GET without any key, whose redirect is not followed. The caller knows that the address is Junction's own. */
async function readLocation(
	transport: Transport,
	address: Secret,
	{signal}: RequestOptions,
): Promise<Result<Secret | undefined>> {
	const exchanged = await exchange(
		transport,
		{
			method: 'GET',
			address: address.reveal(),
			headers: {},
			shownPath: '/ (Junction’s own address to consent)',
		},
		signal,
	);
	const {answer} = exchanged;
	const location = answer && redirects.has(answer.status) ? answer.headers.get('location') : null;
	if (location && URL.canParse(location, address.reveal())) {
		return success(keptAddress(transport, new URL(location, address.reveal()).href));
	}
	if (exchanged.kind === 'answered') return success(undefined);
	return failure({
		kind: 'retry',
		message: 'Junction’s own address to consent did not answer.',
		advice: 'Check the network connection and try again.',
	});
}

/** `GET /v2/user/providers/{user_id}`. */
const readConnections = (
	transport: Transport,
	userId: string,
	options: RequestOptions,
): Promise<Result<readonly UserConnection[]>> =>
	request(
		transport,
		{
			method: 'GET',
			path: `/v2/user/providers/${segment(userId)}`,
			intent: 'read',
			subject: 'the connections of the test user',
			parse: json => parseConnections(json)?.map(one => shown(one, transport)),
		},
		options,
	);

function shown({account, error, ...connection}: RawConnection, {secrets}: Transport): UserConnection {
	return {
		...connection,
		...(account === undefined ? {} : {account: new Secret(account)}),
		...(error === undefined ? {} : {error: saidError(error, secrets)}),
	};
}

function kept({secrets}: Transport, text: string): Secret {
	const secret = new Secret(text);
	secrets.add(secret);
	return secret;
}

/** Only what lets somebody in is a secret of the run: of the rest, whole words would be hidden everywhere. */
function keptAddress({secrets}: Transport, address: string): Secret {
	for (const part of secretPartsOf(address)) secrets.add(new Secret(part));
	return new Secret(address);
}
