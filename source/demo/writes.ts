import {createHash} from 'node:crypto';
import {parseTarget} from './bodies.ts';
import type {Incoming} from './incoming.ts';
import type {Log} from './log.ts';
import type {Reply} from './reply.ts';
import {saveShelfOf} from './router.ts';
import {rowKey, type Store} from './store.ts';

/**
A save that arrived, whatever was answered. `key` names the credential as in
`organization/environment/region/team/provider`; `fingerprint` is the SHA-256 of the whole body, secret included, in hex.
*/
export type Write = {readonly key: string; readonly fingerprint: string; readonly isStored: boolean};

/** Acts on a request. Where its path and body name a credential to save, the log learns what became of it. */
export function noted(
	incoming: Incoming,
	{store, writes}: {readonly store: Store; readonly writes: Log<Write>},
	act: () => Reply,
): Reply {
	const shelf = saveShelfOf(incoming);
	const target = shelf && parseTarget(incoming.body);
	if (!shelf || !target) return act();
	const before = store.find(shelf, target);
	const answered = act();
	writes.add({
		key: rowKey(shelf, target),
		fingerprint: createHash('sha256').update(incoming.body).digest('hex'),
		isStored: store.find(shelf, target) !== before,
	});
	return answered;
}
