import {clientIdOf} from '../domain/credential.ts';
import {parseUpsert, preparationOf} from './bodies.ts';
import {idText, oneOf} from './checks.ts';
import {page} from './paging.ts';
import {filterable} from './provider-names.ts';
import {provocationOf} from './provocations.ts';
import {provoke} from './provoke.ts';
import {preparation} from './registration.ts';
import {invalid, ok, type Reply} from './reply.ts';
import type {DemoOrganization} from './seed-organizations.ts';
import {answerOf, type Shelf, type StoredRow} from './store.ts';
import type {World} from './world.ts';

/** A request whose key and organization were accepted. */
export type DemoCall = {
	readonly organization: DemoOrganization;
	readonly query: URLSearchParams;
	readonly body: string;
};

/** The same, where the path names an environment and a region. */
export type PlacedCall = DemoCall & {readonly shelf: Shelf};

export function organization({organization: {id, name, expiresInDays}}: DemoCall, {start}: World): Reply {
	const aDay = 24 * 60 * 60 * 1000;
	const expiresAt = expiresInDays === null ? null : new Date(start + expiresInDays * aDay).toISOString();
	return ok({id, name, expires_at: expiresAt});
}

export function credentials({shelf, query}: PlacedCall, {store, colleague}: World): Reply {
	const teamIds = query.getAll('team_id').map(id => id.toLowerCase());
	const provider = query.get('provider');
	const issues = [
		...teamIds.flatMap((id, index) => idText(id, ['query', 'team_id', index])),
		...(provider === null ? [] : oneOf(filterable)(provider, ['query', 'provider'])),
	];
	if (issues.length > 0) return invalid(issues);
	if (!query.has('next_cursor')) colleague.noteRead(shelf, teamIds);
	const rows =
		teamIds.length === 0 ? store.on(shelf) : [...new Set(teamIds)].flatMap(id => store.on(shelf, id));
	const matching = rows.filter(
		row => (provider === null || row.provider === provider) && reactionTo(row) !== 'unlisted',
	);
	const part = page(matching, query.get('next_cursor'));
	if (!part.ok) return invalid([part.issue]);
	return ok({credentials: part.rows.map(answerOf), next_cursor: part.nextCursor});
}

export function save({shelf, body}: PlacedCall, world: World): Reply {
	const reading = parseUpsert(body, shelf, world.teams);
	if (!reading.ok) return invalid(reading.issues);
	const provocation = provocationOf('client-id', clientIdOf(reading.value));
	if (provocation) return provoke(provocation, shelf, reading.value, world);
	return ok(answerOf(world.store.save(shelf, reading.value)));
}

export function remove({shelf, query}: PlacedCall, {store}: World): Reply {
	const ids = [...new Set(query.getAll('credential_id').map(id => id.toLowerCase()))];
	const issues = ids.flatMap((id, index) => idText(id, ['query', 'credential_id', index]));
	if (ids.length === 0) {
		return invalid([{type: 'missing', loc: ['query', 'credential_id'], msg: 'Field required', input: null}]);
	}
	if (issues.length > 0) return invalid(issues);
	const found = store.on(shelf).filter(({id}) => ids.includes(id));
	const reactions = new Set(found.map(reactionTo));
	if (reactions.has('removal-silence')) return {kind: 'silence'};
	const kept = found.filter(row => reactionTo(row) === 'kept');
	const removed = found.filter(row => !kept.includes(row));
	for (const row of removed) store.remove(row);
	if (reactions.has('removal-drop')) return {kind: 'drop'};
	return ok({
		success: removed.map(({id}) => id),
		failure: kept.map(({id}) => id),
		not_found: ids.filter(id => !found.some(row => row.id === id)),
	});
}

export function prepare({shelf, body}: PlacedCall, {colleague, teams}: World): Reply {
	const reading = preparationOf(body, shelf, teams);
	if (!reading.ok) return invalid(reading.issues);
	colleague.notePreparation(shelf, reading.value);
	return ok(preparation(reading.value.provider, shelf, reading.value.teamId));
}

/** What the stored client ID provokes when the credential is read or deleted, if anything. */
const reactionTo = (row: StoredRow) => provocationOf('client-id', clientIdOf(row))?.reaction.kind;
