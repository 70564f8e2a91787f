import {clientIdOf, type JsonObject} from '../domain/credential.ts';
import {brokenRule} from './checks.ts';
import type {Provocation} from './provocations.ts';
import {invalid, ok, type Reply, refusal} from './reply.ts';
import {answerOf, rowKey, type Shelf, type Store, type Upsert} from './store.ts';

/** How often each provocation that happens once was met. */
export type Attempts = Map<string, number>;

/** Saves, and does not, and answers, as the provocation says. */
export function provoke(
	provocation: Provocation,
	shelf: Shelf,
	upsert: Upsert,
	{store, attempts}: {readonly store: Store; readonly attempts: Attempts},
): Reply {
	const save = (changed: JsonObject = {}) =>
		answerOf(store.save(shelf, {...upsert, values: {...upsert.values, ...changed}}));
	if (provocation.isOnce && !isFirst(attempts, `${rowKey(shelf, upsert)}/${clientIdOf(upsert)}`))
		return ok(save());
	const {reaction} = provocation;
	if (reaction.kind === 'other-values') return ok(save(reaction.values));
	const stored = provocation.isStored ? save() : {};
	switch (reaction.kind) {
		case 'refusal':
			return refusal(reaction.status, reaction.detail, reaction.headers);
		case 'issue':
			return invalid([brokenRule(['body', 'client_id'], reaction.message, clientIdOf(upsert))]);
		case 'page':
			return {kind: 'page', html: '<!doctype html>\n<title>Welcome</title>\n<h1>It works</h1>\n'};
		case 'cut':
			return {kind: 'cut', body: stored};
		case 'kept':
		case 'unlisted':
		case 'removal-silence':
		case 'removal-drop':
		case 'saves-only':
		case 'team-key':
			return ok(stored);
		case 'silence':
		case 'drop':
			return {kind: reaction.kind};
	}
}

function isFirst(attempts: Attempts, key: string): boolean {
	const count = (attempts.get(key) ?? 0) + 1;
	attempts.set(key, count);
	return count === 1;
}
