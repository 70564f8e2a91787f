import {describeApi} from '../domain/api-generation.ts';
import {addressOf} from '../domain/body/calls.ts';
import {fieldsOf} from '../domain/fields.ts';
import {type LiveSecrets, liveSecrets} from '../domain/live-secrets.ts';
import type {Connection, ExchangeRecord, ManagementApi} from '../domain/ports.ts';
import {failure, type Problem} from '../domain/problem.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import {deleteCredentials, readCredentials, upsertCredential} from './credentials.ts';
import {directly, type Fetch, fetchOver} from './node-fetch.ts';
import {readOrganization} from './organization.ts';
import {readPreparation} from './preparation.ts';
import {createTeamToken, readScopeRequirements} from './team-access.ts';
import {createTeam, readTeam, readTeams} from './teams.ts';
import type {Peer, Transport} from './transport.ts';
import {waitSeconds} from './wait-seconds.ts';

export type ConnectOptions = {
	/** The `User-Agent` of every request. */
	readonly userAgent: string;
	/** How long one request may take, its answer's body included, in seconds. 30 unless told. */
	readonly timeoutSeconds?: number;
	/** In place of the direct one, for example to go through a proxy. */
	readonly fetch?: Fetch;
	/** The secrets of the run, to which the key and what is sent are added. */
	readonly secrets?: LiveSecrets;
	/** Told of each HTTP exchange when it has ended, those that are sent again too. */
	readonly onExchange?: (exchange: ExchangeRecord) => void;
	/** What time it is, in milliseconds since 1970: that of the computer, if not given. */
	readonly now?: () => number;
	/** How a read waits before it is sent again. Ends early, without throwing, when the signal aborts. */
	readonly wait?: (seconds: number, signal: AbortSignal) => Promise<void>;
};

/**
A client of the Management API for one organization. Nothing is sent before an operation is called, and the
key only ever goes to the connection's own address.
*/
export function connect(connection: Connection, options: ConnectOptions): ManagementApi {
	const secrets = options.secrets ?? liveSecrets();
	secrets.add(connection.key);
	const transport: Transport = {
		peer: peerOf(connection),
		userAgent: options.userAgent,
		timeoutSeconds: options.timeoutSeconds ?? 30,
		secrets,
		fetch: options.fetch ?? fetchOver(directly),
		wait: options.wait ?? waitSeconds,
		...(options.now && {now: options.now}),
		...(options.onExchange && {onExchange: options.onExchange}),
	};
	return {
		organization: requestOptions => readOrganization(transport, requestOptions),
		teams: (filter, requestOptions) => readTeams(transport, filter, requestOptions),
		team: (id, requestOptions) => readTeam(transport, id, requestOptions),
		createTeam: (team, requestOptions) => createTeam(transport, team, requestOptions),
		credentials: (place, teamId, requestOptions) => readCredentials(transport, place, teamId, requestOptions),
		prepare: (place, target, requestOptions) => readPreparation(transport, place, target, requestOptions),
		upsert: (place, credential, requestOptions) =>
			upsertCredential(
				transport,
				{place, credential, fields: fieldsOfSlug(credential.provider)},
				requestOptions,
			),
		remove: (place, ids, requestOptions) => deleteCredentials(transport, place, ids, requestOptions),
		teamToken: (teamId, environment, requestOptions) =>
			createTeamToken(transport, {teamId, environment}, requestOptions),
		scopeRequirements: (teamId, provider, requestOptions) =>
			readScopeRequirements(transport, {teamId, provider}, requestOptions),
	};
}

function peerOf(connection: Connection): Peer {
	const {name, keyHeader} = describeApi(connection.generation);
	const other = name === 'Vital' ? 'Junction' : 'Vital';
	return {
		name,
		url: connection.url,
		key: connection.key,
		headerOf: key => [keyHeader, key],
		addressOf: call => addressOf(connection, call),
		keyWords: {
			name: 'organization key',
			refused: `Check that the key is complete, not expired, a management key rather than a team’s API key, and not one for the ${other} API.`,
			forbidden: {
				message: 'The organization or its plan does not allow this',
				advice:
					'Use a key of this very organization, or a management key of this very team, and check that its plan includes the Management API and your own OAuth applications.',
			},
		},
	};
}

/** A client that can do nothing, because of what was wrong before: each of its operations gives the problem. */
export function unusable(problem: Problem): ManagementApi {
	const refuse = async () => failure<never>(problem);
	return {
		organization: refuse,
		teams: refuse,
		team: refuse,
		createTeam: refuse,
		credentials: refuse,
		prepare: refuse,
		upsert: refuse,
		remove: refuse,
		teamToken: refuse,
		scopeRequirements: refuse,
	};
}

// They turn the fields that a server complains about into the wizard's steps.
const fieldsOfSlug = (slug: string) => fieldsOf(providerOfSlug(slug));
