import {callbackIn} from '../domain/callback.ts';
import type {PlacedCredential} from '../domain/credential.ts';
import type {ManagementApi} from '../domain/ports.ts';
import type {Attention} from '../domain/watch/attention.ts';
import type {OverrideSeen, SeeOverride} from '../domain/watch/override.ts';
import {overrideAttention, overrideOf} from '../domain/watch/overrides.ts';
import {alikeBy, eachOf} from './alike.ts';

/** What overrides are looked at with. */
export type OverrideWatch = {
	readonly see: SeeOverride;
	readonly prepare: ManagementApi['prepare'];
};

type WatchingOptions = {
	/** Aborts what is under way; what is left is not called then. */
	readonly signal: AbortSignal;
	/** How many addresses are looked at at once. 4 unless told. */
	readonly atOnce?: number;
};

/**
Looks at the redirect URL overrides of stored credentials: each address once, held against the callback of every
credential that has it. The API is asked for that callback where an endpoint answered. Never throws.
*/
export async function watchOverrides(
	{see, prepare}: OverrideWatch,
	credentials: readonly PlacedCredential[],
	{signal, atOnce = 4}: WatchingOptions,
): Promise<readonly Attention[]> {
	const attention: Attention[] = [];
	await eachOf([...alikeBy(credentials, overrideOf)], atOnce, async ([override, group]) => {
		const seen = await see(override, {signal});
		for (const placed of group) {
			const callback = await callbackOf(placed, seen);
			const target = {...placed.place, callback};
			attention.push(...overrideAttention(placed, override, seen, target));
		}
	});
	return attention;

	async function callbackOf({place, stored}: PlacedCredential, {kind}: OverrideSeen) {
		if (kind !== 'asked' || signal.aborted) return undefined;
		const prepared = await prepare(place, {teamId: stored.teamId, provider: stored.provider}, {signal});
		return prepared.ok ? callbackIn(prepared.value.steps) : undefined;
	}
}
