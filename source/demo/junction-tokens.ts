import {isObject} from '../domain/body/walk.ts';
import {environments} from '../domain/credential.ts';
import {scopesOf} from '../domain/portal/portals.ts';
import {findProvider} from '../domain/providers/find-providers.ts';
import {parse} from './bodies.ts';
import {idText, object, oneOf} from './checks.ts';
import type {DemoCall} from './handlers.ts';
import {invalid, ok, type Reply, refusal} from './reply.ts';
import type {DemoTeam} from './seed-teams.ts';
import type {World} from './world.ts';

const bodyShape = object({required: {env: oneOf(environments)}});

/** A token of Junction's API for a team. `name` is the operation's, of which there is one at a time. */
export function teamToken(
	call: DemoCall,
	{id, name}: {readonly id: string; readonly name: string},
	world: World,
): Reply {
	const offered = world.gaps.teamTokens === 'other-name' ? 'access_token' : 'api_access_token';
	if (name !== offered) return refusal(404, 'Not Found');
	const reading = parse(call.body);
	if (!reading.ok) return invalid(reading.issues);
	const issues = bodyShape(reading.value, ['body']);
	if (issues.length > 0) return invalid(issues);
	const {env} = isObject(reading.value) ? reading.value : {};
	const environment = environments.find(known => known === env);
	return ofTeam(call, id, world, team => {
		if (!environment) return refusal(422, 'No environment');
		const {token, seconds} = world.junction.issue({team, environment});
		return ok({access_token: token, expires_in: seconds});
	});
}

/** Each team requires the scopes that Junction's description names for the provider; of others, none. */
export const scopeRequirements = (call: DemoCall, id: string, world: World): Reply =>
	ofTeam(call, id, world, team => {
		const provider = findProvider(call.query.get('provider') ?? '');
		const scopes = provider ? scopesOf(provider) : [];
		const required = {
			user_must_grant: scopes,
			user_may_grant: [],
			team_id: team.id,
			provider: provider?.slug,
		};
		return ok({requirements: scopes.length > 0 ? [required] : []});
	});

function ofTeam(
	{organization}: DemoCall,
	id: string,
	{teams}: World,
	answer: (team: DemoTeam) => Reply,
): Reply {
	const issues = idText(id, ['path', 'team_id']);
	if (issues.length > 0) return invalid(issues);
	const team = teams.find(id.toLowerCase());
	return team?.organizationId === organization.id ? answer(team) : refusal(404, 'Team not found');
}
