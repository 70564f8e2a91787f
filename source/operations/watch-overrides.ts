import {callbackIn} from '../domain/callback.ts';
import type {PlacedCredential} from '../domain/credential.ts';
import type {ManagementApi} from '../domain/ports.ts';
import type {Attention} from '../domain/watch/attention.ts';
import type {OverrideSeen, SeeOverride} from '../domain/watch/override.ts';
import {overrideAttention, overrideOf} from '../domain/watch/overrides.ts';

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
	const alike = new Map<string, PlacedCredential[]>();
	for (const placed of credentials) {
		const override = overrideOf(placed);
		if (override === undefined) continue;
		const group = alike.get(override) ?? [];
		group.push(placed);
		alike.set(override, group);
	}
	const attention: Attention[] = [];
	const queue = alike.entries();

	async function work(): Promise<void> {
		for (const [override, group] of queue) {
			const seen = await see(override, {signal});
			for (const placed of group) {
				const callback = await callbackOf(placed, seen);
				const target = {...placed.place, callback};
				attention.push(...overrideAttention(placed, override, seen, target));
			}
		}
	}

	async function callbackOf({place, stored}: PlacedCredential, {kind}: OverrideSeen) {
		if (kind !== 'asked' || signal.aborted) return undefined;
		const prepared = await prepare(place, {teamId: stored.teamId, provider: stored.provider}, {signal});
		return prepared.ok ? callbackIn(prepared.value.steps) : undefined;
	}

	await Promise.all(Array.from({length: Math.min(atOnce, alike.size)}, work));
	return attention;
}
