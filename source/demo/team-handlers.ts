import {randomUUID} from 'node:crypto';
import {isObject} from '../domain/body/walk.ts';
import {type Json, regions} from '../domain/credential.ts';
import {type BodyReading, parse} from './bodies.ts';
import {type Check, type Issue, idText, nullable, object, oneOf, text} from './checks.ts';
import type {DemoCall} from './handlers.ts';
import {cursorAt, page} from './paging.ts';
import {provocationOf} from './provocations.ts';
import {invalid, ok, type Reply, refusal} from './reply.ts';
import type {DemoTeam} from './seed-teams.ts';
import type {World} from './world.ts';

/** The signs of a search, and of the name of a new team. */
const nameShape = /^[A-Za-zÀ-ÖØ-öø-ÿ0-9(),/:'|&_\- ’]{0,80}$/;

export function listTeams({organization, query}: DemoCall, {gaps, teams}: World): Reply {
	const teamId = query.get('team_id');
	const wanted = query.getAll('region');
	const words = query.get('search_query');
	const issues = [
		...(teamId === null ? [] : idText(teamId, ['query', 'team_id'])),
		...wanted.flatMap((region, index) => oneOf(regions)(region, ['query', 'region', index])),
		...(words === null ? [] : namePattern(words, ['query', 'search_query'])),
	];
	if (issues.length > 0) return invalid(issues);
	const matching = teams
		.all()
		.filter(
			team =>
				team.organizationId === organization.id &&
				(teamId === null || team.id === teamId.toLowerCase()) &&
				(wanted.length === 0 || wanted.includes(team.region)) &&
				team.name.toLowerCase().includes((words ?? '').toLowerCase()),
		);
	const isRepeating = gaps.teams === 'repeating-cursor';
	const part = page(matching, isRepeating ? null : query.get('next_cursor'));
	if (!part.ok) return invalid([part.issue]);
	return ok({teams: part.rows.map(teamAnswer), next_cursor: isRepeating ? cursorAt(25) : part.nextCursor});
}

export function readTeam({organization}: DemoCall, id: string, {teams}: World): Reply {
	const issues = idText(id, ['path', 'team_id']);
	if (issues.length > 0) return invalid(issues);
	const team = teams.find(id.toLowerCase());
	return team?.organizationId === organization.id ? ok(teamAnswer(team)) : refusal(404, 'Team not found');
}

export function createTeam({organization, body}: DemoCall, {teams}: World): Reply {
	const reading = parseTeam(body);
	if (!reading.ok) return invalid(reading.issues);
	const {id, name, region} = reading.value;
	const provoked = provocationOf('team-name', name);
	if (teams.find(id)) return {kind: 'json', status: 409, body: {team_id: id}};
	const create = () => teamAnswer(teams.create(organization.id, {id, name, region}));
	const answer = provoked && !provoked.isStored ? {} : create();
	switch (provoked?.reaction.kind) {
		case undefined:
			return ok(answer);
		case 'refusal':
			return refusal(provoked.reaction.status, provoked.reaction.detail);
		case 'drop':
			return {kind: 'drop'};
		default:
			return ok(answer);
	}
}

function parseTeam(body: string): BodyReading<Pick<DemoTeam, 'id' | 'name' | 'region'>> {
	const parsed = parse(body);
	if (!parsed.ok) return parsed;
	const issues = shape(parsed.value, ['body']);
	if (issues.length > 0) return {ok: false, issues};
	const {id, name, region} = isObject(parsed.value) ? parsed.value : {};
	return {
		ok: true,
		value: {
			id: typeof id === 'string' ? id.toLowerCase() : randomUUID(),
			name: String(name),
			region: region === 'eu' ? 'eu' : 'us',
		},
	};
}

const namePattern = (value: Json, loc: readonly (string | number)[]): readonly Issue[] =>
	typeof value === 'string' && !nameShape.test(value)
		? [
				{
					type: 'string_pattern_mismatch',
					loc,
					msg: `String should match pattern '${nameShape.source}'`,
					input: value,
				},
			]
		: text(value, loc);

const shape: Check = object({
	required: {name: namePattern, region: oneOf(regions)},
	optional: {id: nullable(idText), integration_team_id: nullable(text)},
	isClosed: true,
});

const teamAnswer = ({id, name, createdOn, region}: DemoTeam) => ({
	id,
	name,
	created_on: createdOn,
	region,
	integration_team_id: null,
});
