import {callbackIn} from '../domain/callback.ts';
import {clientIdOf, type Place, type StoredCredential} from '../domain/credential.ts';
import type {ManagementApi, RequestOptions} from '../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import {ownRedirectOf} from '../domain/proof/pair-of.ts';
import type {ProofTarget} from '../domain/proof/ports.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {readBefore} from './read-before.ts';

/** What is saved, and what is registered; `unread` is why nobody can tell what is saved. */
export type ReadTarget = ProofTarget & {readonly unread?: Problem};

/** Reads what a proof compares with. A problem where nothing is saved, or the key is refused. */
export async function readTarget(
	api: ManagementApi,
	{environment, region, provider}: Place & {readonly provider: Provider},
	teamId: string,
	options: RequestOptions,
): Promise<Result<ReadTarget>> {
	const place = {environment, region};
	const target = {place, teamId, provider, clientId: null};
	const stored = await readBefore(api, place, teamId, provider.slug, options);
	if (!stored.ok) {
		const {problem} = stored;
		return problem.kind === 'reauthenticate' ? failure(problem) : success({...target, unread: problem});
	}
	if (!stored.value) return failure(nothingSaved(provider.name, place));
	return success({...(await targetOf(api, {place, provider, stored: stored.value}, options)), teamId});
}

/** The same of what was read already. The API is asked for the redirect URI to register. */
export async function targetOf(
	api: ManagementApi,
	{
		place,
		provider,
		stored,
	}: {readonly place: Place; readonly provider: Provider; readonly stored: StoredCredential},
	options: RequestOptions,
): Promise<ProofTarget> {
	const {teamId} = stored;
	const own = ownRedirectOf(stored.values);
	const prepared = await api.prepare(place, {teamId, provider: provider.slug}, options);
	const callback = prepared.ok ? callbackIn(prepared.value.steps) : undefined;
	return {
		place,
		teamId,
		provider,
		clientId: clientIdOf(stored),
		...(own === undefined ? {} : {redirectOverride: own}),
		...(callback === undefined ? {} : {callback}),
	};
}

const nothingSaved = (name: string, {environment, region}: Place): Problem => ({
	kind: 'unavailable',
	message: `Nothing is saved for ${name} of this team in ${environment}, ${region}, so there is nothing to prove.`,
	advice: 'Save it first, with byoo or byoo set.',
});
