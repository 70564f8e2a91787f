import {firstTime, organizationId, row, teamId} from '../support/credentials.ts';
import type {Operation, Proper} from './fault.ts';

export const otherTeamId = '0b6e8a1e-2222-4a4a-8a8a-0000000000aa';

/** The client ID that every job sends, of Polar, whose details hold a secret. */
export const clientId = '5dd1f9be-07ac-4d5b-8d15-0c1d2e3f4a5b';

/** The client ID that was stored before. */
export const earlierId = 'an-earlier-one';

export const bystanderId = 'c2';

type Row = Readonly<Record<string, unknown>>;

/** Of another team: no job touches it. */
const bystander: Row = row({id: bystanderId, team_id: otherTeamId});

const polar: Row = row({source: 'polar', details: {webhook_secret: '********'}, client_id: earlierId});

/** One request as it arrived. */
export type Arrived = {
	readonly method: string;
	readonly path: string;
	/** Path and query as they were sent. */
	readonly address: string;
	readonly query: URLSearchParams;
	readonly body: string;
};

export type Api = {
	/** Everything that arrived, in order, with what it was. */
	readonly log: readonly (Arrived & {readonly operation: Operation})[];
	stored(): readonly Row[];
	/** What the request is, given those that were answered well. */
	operationOf(request: Arrived): Operation;
	arrived(request: Arrived, operation: Operation): void;
	/** What would be answered. `isDone`: and is done as well. */
	answerTo(request: Arrived, options: {readonly isDone: boolean}): Proper;
	answered(operation: Operation): void;
	/** How many requests have been answered well. */
	answeredCount(): number;
};

/** A Management API in good order, without its server: its state, and what it answers. `isThere`: Polar is set. */
export function createApi({isThere}: {readonly isThere: boolean}): Api {
	let stored: readonly Row[] = isThere ? [bystander, polar] : [bystander];
	const log: (Arrived & {readonly operation: Operation})[] = [];
	const answered: Operation[] = [];

	function operationOf({method, path}: Arrived): Operation {
		if (!path.includes('/org/')) return 'redirect';
		if (path.endsWith('/team')) return method === 'GET' ? 'teams' : 'team-creation';
		if (path.includes('/team/')) return 'team';
		if (path.includes('/prepare_')) return 'preparation';
		if (!path.includes('/team_custom_credentials/')) return 'organization';
		if (method === 'DELETE') return 'removal';
		if (method !== 'GET') return 'write';
		if (log.some(({method: earlier, operation}) => earlier !== 'GET' && operation !== 'preparation'))
			return 'read-back';
		return answered.includes('stored') ? 'look' : 'stored';
	}

	function remove({query}: Arrived, isDone: boolean): Proper {
		const asked = query.getAll('credential_id');
		const gone = stored.filter(({id}) => asked.includes(String(id))).map(({id}) => id);
		if (isDone) stored = stored.filter(({id}) => !gone.includes(id));
		const missing = asked.filter(id => !gone.includes(id));
		return {status: 200, json: {success: gone, failure: [], not_found: missing}};
	}

	function write({body}: Arrived, isDone: boolean): Proper {
		const {client_secret: _, ...sent} = JSON.parse(body || '{}');
		const before = stored.find(one => one.team_id === sent.team_id && one.source === sent.provider);
		const times = {created_at: before?.created_at ?? firstTime, updated_at: timeOf(log.length)};
		const hash = `hash-of-write-${log.length}`;
		const after = row({
			...{id: before?.id ?? 'c1', team_id: sent.team_id, source: sent.provider, client_id: sent.client_id},
			...{redirect_url_override: sent.redirect_url_override, client_secret_hash: hash, ...times},
			details: sent.details && {webhook_secret: '********'},
		});
		if (isDone) stored = [...stored.filter(one => one !== before), after];
		return {status: 200, json: after};
	}

	function answerTo(request: Arrived, {isDone}: {readonly isDone: boolean}): Proper {
		const operation = operationOf(request);
		const ok = (json: unknown): Proper => ({status: 200, json});
		switch (operation) {
			case 'write':
				return write(request, isDone);
			case 'removal':
				return remove(request, isDone);
			case 'redirect':
				return {status: 307, json: null, headers: {location: `${callback}${queryOf(request)}`}};
			case 'organization':
				return ok({id: organizationId, name: 'Quillfeather Health', expires_at: null});
			case 'teams':
				return ok({teams, next_cursor: null});
			case 'team':
				return ok(teams.find(({id}) => request.path.endsWith(id)));
			case 'team-creation':
				return ok(JSON.parse(request.body || '{}'));
			case 'preparation':
				return ok(preparation);
			default: {
				const team = request.query.get('team_id');
				const rows = stored.filter(one => team === null || one.team_id === team);
				return ok({credentials: rows, next_cursor: null});
			}
		}
	}

	return {
		log,
		stored: () => stored,
		operationOf,
		arrived: (request, operation) => void log.push({...request, operation}),
		answerTo,
		answered: operation => void answered.push(operation),
		answeredCount: () => answered.length,
	};
}

/** Where redirects of users have to end. */
export const callback = 'https://api.sandbox.us.junction.com/v2/link/polar/callback';

const queryOf = ({address}: Arrived): string => address.slice(address.indexOf('?'));

const teams = [
	{id: teamId, name: 'Night Runners', region: 'us', created_on: firstTime},
	{id: otherTeamId, name: 'Day Walkers', region: 'us', created_on: firstTime},
];

const preparation = {
	status: 'action_needed',
	preparation_steps: [
		{
			type: 'redirect_uri',
			key: 'redirect_uri',
			value: callback,
			description: 'Register this.',
		},
	],
};

const timeOf = (count: number): string => `2026-02-02T10:00:${String(count).padStart(2, '0')}Z`;
