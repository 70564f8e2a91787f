import assert from 'node:assert/strict';
import type {TestContext} from 'node:test';
import type {Credential} from '../../source/domain/credential.ts';
import type {SaveOutcome, SaveProgress} from '../../source/domain/outcome.ts';
import {connect} from '../../source/management-api/client.ts';
import {readBefore} from '../../source/operations/read-before.ts';
import {saveCredential} from '../../source/operations/save-credential.ts';
import {
	assertNoSecret,
	connectionTo,
	credential,
	listed,
	place,
	row,
	secondTime,
	teamId,
} from './credentials.ts';
import {
	inOrder,
	type Recorded,
	type Scripted,
	type ScriptedServer,
	startScriptedServer,
} from './scripted-server.ts';

type Saved = {
	readonly outcome: SaveOutcome;
	readonly waits: readonly number[];
	readonly progress: readonly SaveProgress['kind'][];
	readonly posts: readonly Recorded[];
};

export const later = row({updated_at: secondTime, client_secret_hash: 'hash-2'});
export const accepted: Scripted = {status: 200, json: later};
export const earlier = listed(row());

/**
Reviews with the first answer to GET, then saves: the second answer to GET is read just before the write, and
those after it are the reads back.
*/
export async function save(
	t: TestContext,
	script: {readonly GET: readonly Scripted[]; readonly POST: readonly Scripted[]},
	sent: Credential = credential,
): Promise<Saved> {
	const server = await startScriptedServer(t, inOrder(script));
	const isSilent = script.POST.some(answer => answer === 'hang' || answer === 'stall');
	return saveAt(server, sent, isSilent);
}

export async function saveAt(server: ScriptedServer, sent: Credential, isShort = false): Promise<Saved> {
	const waits: number[] = [];
	const progress: SaveProgress['kind'][] = [];
	const wait = async (seconds: number) => {
		waits.push(seconds);
	};
	const {signal} = new AbortController();
	const api = connect(connectionTo(server.url), {
		userAgent: 'byoo/test',
		timeoutSeconds: isShort ? 0.5 : 20,
		wait: async () => {},
	});
	const before = await readBefore(api, place, teamId, sent.provider, {signal});
	const onProgress = ({kind}: SaveProgress) => progress.push(kind);
	const outcome = await saveCredential(api, place, sent, {before, signal, onProgress, wait});
	assertNoSecret(outcome);
	return {outcome, waits, progress, posts: server.requests.filter(({method}) => method === 'POST')};
}

export function assertConfirmed(outcome: SaveOutcome, action: string, by: string): void {
	assert.equal(outcome.kind, 'confirmed', JSON.stringify(outcome));
	assert.ok(outcome.kind === 'confirmed');
	assert.deepEqual([outcome.action, outcome.by], [action, by]);
}
