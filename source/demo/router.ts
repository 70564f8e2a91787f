import {environments, regions} from '../domain/credential.ts';
import {parseTarget} from './bodies.ts';
import {idText, oneOf} from './checks.ts';
import {forwarded} from './forwarders.ts';
import type {DemoCall, PlacedCall} from './handlers.ts';
import * as handlers from './handlers.ts';
import type {Incoming} from './incoming.ts';
import {gapOf, gapReply} from './junction-gaps.ts';
import {junctionAnswer} from './junction-handlers.ts';
import {linkAnswer} from './junction-page.ts';
import {scopeRequirements, teamToken} from './junction-tokens.ts';
import {providerAnswer} from './provider-doubles.ts';
import {provocationOf} from './provocations.ts';
import {invalid, type Reply, refusal} from './reply.ts';
import type {Shelf} from './store.ts';
import * as teamHandlers from './team-handlers.ts';
import type {Gap, Operation, World} from './world.ts';

type Parameters = Readonly<Record<string, string>>;

type Route = {
	readonly operation: Operation;
	readonly method: string;
	readonly path: RegExp;
	handle(call: DemoCall, parameters: Parameters, world: World): Reply;
};

const organizationPath = /^\/v1\/org\/(?<org_id>[^/]+)$/;
const teamsPath = /^\/v1\/org\/(?<org_id>[^/]+)\/team$/;
const teamPath = /^\/v1\/org\/(?<org_id>[^/]+)\/team\/(?<team_id>[^/]+)$/;
const credentialsPath =
	/^\/v1\/org\/(?<org_id>[^/]+)\/team_custom_credentials\/(?<env>[^/]+)\/(?<region>[^/]+)$/;
const preparationPath =
	/^\/v1\/org\/(?<org_id>[^/]+)\/prepare_team_custom_credentials\/(?<env>[^/]+)\/(?<region>[^/]+)$/;

const tokenPath =
	/^\/v1\/org\/(?<org_id>[^/]+)\/team\/(?<team_id>[^/]+)\/create_(?<name>api_access_token|access_token)$/;
const requirementsPath = /^\/v1\/org\/(?<org_id>[^/]+)\/team\/(?<team_id>[^/]+)\/scope_requirements$/;

const routes: readonly Route[] = [
	{
		operation: 'organization',
		method: 'GET',
		path: organizationPath,
		handle: (call, _, world) => handlers.organization(call, world),
	},
	{
		operation: 'teams',
		method: 'GET',
		path: teamsPath,
		handle: (call, _, world) => teamHandlers.listTeams(call, world),
	},
	{
		operation: 'team-creation',
		method: 'POST',
		path: teamsPath,
		handle: (call, _, world) => teamHandlers.createTeam(call, world),
	},
	{
		operation: 'team',
		method: 'GET',
		path: teamPath,
		handle: (call, {team_id: id = ''}, world) => teamHandlers.readTeam(call, id, world),
	},
	{operation: 'credentials', method: 'GET', path: credentialsPath, handle: placed(handlers.credentials)},
	{operation: 'save', method: 'POST', path: credentialsPath, handle: placed(handlers.save)},
	{operation: 'removal', method: 'DELETE', path: credentialsPath, handle: placed(handlers.remove)},
	{operation: 'preparation', method: 'POST', path: preparationPath, handle: placed(handlers.prepare)},
	{
		operation: 'team-token',
		method: 'POST',
		path: tokenPath,
		handle: (call, {team_id: id = '', name = ''}, world) => teamToken(call, {id, name}, world),
	},
	{
		operation: 'scope-requirements',
		method: 'GET',
		path: requirementsPath,
		handle: (call, {team_id: id = ''}, world) => scopeRequirements(call, id, world),
	},
];

/** The operation that a request is about, if the API has it. */
export const operationOf = ({method, path}: Pick<Incoming, 'method' | 'path'>): Operation | undefined =>
	routes.find(route => route.method === method && route.path.test(path))?.operation;

/** Where a save goes, or undefined where the request is none or its path names no place. */
export function saveShelfOf({method, path}: Pick<Incoming, 'method' | 'path'>): Shelf | undefined {
	if (operationOf({method, path}) !== 'save') return undefined;
	const parameters = credentialsPath.exec(path)?.groups ?? {};
	return shelfIn((parameters.org_id ?? '').toLowerCase(), parameters);
}

export function answer(incoming: Incoming, world: World): Reply {
	const redirect = forwarded(incoming.method, incoming.path, incoming.rawQuery);
	if (redirect) return redirect;
	const junctions = junctionAnswer(incoming, world) ?? linkAnswer(incoming, world);
	if (junctions) return junctions;
	const provider = providerAnswer(incoming);
	if (provider) return provider;
	const onPath = routes.filter(route => route.path.test(incoming.path));
	if (onPath.length === 0) return refusal(404, 'Not Found');
	const route = onPath.find(({method}) => method === incoming.method);
	if (!route) {
		return refusal(405, 'Method Not Allowed', {allow: onPath.map(({method}) => method).join(', ')});
	}
	const gap = gapIn(route.operation, incoming.key, world);
	if (gap) return gapReply(gap);
	const parameters = route.path.exec(incoming.path)?.groups ?? {};
	return admitted(
		incoming,
		parameters,
		world,
		call => barred(route.operation, incoming, parameters, world) ?? route.handle(call, parameters, world),
	);
}

/** Lets the request in where its key is the organization's own. */
function admitted(
	{key, query, body}: Incoming,
	parameters: Parameters,
	{organizations}: World,
	handle: (call: DemoCall) => Reply,
): Reply {
	const provoked = provocationOf('key', key)?.reaction;
	if (provoked?.kind === 'refusal') return refusal(provoked.status, provoked.detail);
	const opening = provoked && 'opens' in provoked ? provoked.opens : key;
	const organization = organizations.find(known => known.key === opening);
	if (!organization) return refusal(401, key ? 'Invalid organization key' : 'Missing organization key');
	const issues = idText(parameters.org_id ?? '', ['path', 'org_id']);
	if (issues.length > 0) return invalid(issues);
	if (parameters.org_id?.toLowerCase() !== organization.id) {
		return refusal(403, 'This key has no access to this organization');
	}
	return handle({organization, query, body});
}

/** Why a management key of one team may not do this: nothing of the organization, and nothing of other teams. */
function barred(
	operation: Operation,
	{key, query, body}: Incoming,
	{team_id: named}: Parameters,
	{store}: World,
): Reply | undefined {
	const reaction = provocationOf('key', key)?.reaction;
	if (reaction?.kind !== 'team-key') return undefined;
	const isOwn = (id: string | undefined): boolean => id?.toLowerCase() === reaction.teamId;
	const asked = query.getAll('team_id');
	const may: Readonly<Record<Operation, boolean>> = {
		organization: false,
		teams: false,
		team: isOwn(named),
		'team-creation': false,
		credentials: asked.length > 0 && asked.every(isOwn),
		save: isOwn(parseTarget(body)?.teamId),
		removal: store
			.all()
			.filter(({id}) => query.getAll('credential_id').includes(id))
			.every(({teamId}) => isOwn(teamId)),
		preparation: isOwn(parseTarget(body)?.teamId),
		'team-token': isOwn(named),
		'scope-requirements': isOwn(named),
	};
	return may[operation] ? undefined : refusal(403, 'This management key is bound to another team');
}

/** Reads environment and region from the path before the handler sees the request. */
function placed(handle: (call: PlacedCall, world: World) => Reply): Route['handle'] {
	return (call, parameters, world) => {
		const shelf = shelfIn(call.organization.id, parameters);
		if (shelf) return handle({...call, shelf}, world);
		return invalid([
			...oneOf(environments)(parameters.env ?? '', ['path', 'env']),
			...oneOf(regions)(parameters.region ?? '', ['path', 'region']),
		]);
	};
}

function shelfIn(organizationId: string, {env, region: name}: Parameters): Shelf | undefined {
	const environment = environments.find(known => known === env);
	const region = regions.find(known => known === name);
	return environment && region && {organizationId, environment, region};
}

function gapIn(operation: Operation, key: string | undefined, {gaps}: World): Gap | undefined {
	if (operation !== 'save' && provocationOf('key', key)?.reaction.kind === 'saves-only') return 'missing';
	const known: Readonly<Record<Operation, string | undefined>> = {
		organization: gaps.organization,
		teams: gaps.teams,
		team: gaps.team,
		'team-creation': gaps.teamCreations,
		credentials: gaps.reads,
		save: undefined,
		removal: gaps.removals,
		preparation: gaps.preparations,
		'team-token': gaps.teamTokens,
		'scope-requirements': gaps.scopeRequirements,
	};
	return gapOf(known[operation]);
}
