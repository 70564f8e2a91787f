import type {PlannedSave} from '../domain/plan.ts';
import {scopesOf} from '../domain/portal/portals.ts';
import {consentCheckOf} from '../domain/proof/consent-check.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import {pairCheckOf} from '../domain/proof/pair-checks.ts';
import {pairOf} from '../domain/proof/pair-of.ts';
import type {CheckConsent, CheckPair, Pair} from '../domain/proof/ports.ts';

/** Without `checkConsent` no address to consent is asked. */
export type LiveChecks = {readonly checkPair: CheckPair; readonly checkConsent?: CheckConsent};

export type CheckingOptions = {
	/** Aborts what is under way; what is left is not tried then. */
	readonly signal: AbortSignal;
	/** How many pairs are tried at once. 4 unless told. */
	readonly atOnce?: number;
};

/** The pair of a save where it can be tried: the provider's answers are known, and client ID and secret are sent. */
export function triablePair(planned: PlannedSave): Pair | undefined {
	const pair = pairOf(planned);
	return pair && pairCheckOf(pair.provider) ? pair : undefined;
}

/**
Tries the pairs of these saves at their providers, the same pair once. Gives what was seen of each; nothing of one that
cannot be tried, or was not any more.
*/
export async function checkPairs<Save extends PlannedSave>(
	{checkPair, checkConsent}: LiveChecks,
	saves: readonly Save[],
	{signal, atOnce = 4}: CheckingOptions,
): Promise<ReadonlyMap<Save, Proofs>> {
	const alike = new Map<string, {readonly pair: Pair; readonly saves: Save[]}>();
	for (const save of saves) {
		const pair = triablePair(save);
		if (!pair) continue;
		const group = alike.get(keyOf(pair)) ?? {pair, saves: []};
		group.saves.push(save);
		alike.set(keyOf(pair), group);
	}
	const seen = new Map<Save, Proofs>();
	const queue = alike.values();
	async function work(): Promise<void> {
		for (const group of queue) {
			if (signal.aborted) return;
			const proofs = await proofsOf(group.pair);
			for (const save of group.saves) seen.set(save, proofs);
		}
	}

	async function proofsOf(pair: Pair): Promise<Proofs> {
		const {secret: _secret, ...application} = pair;
		const scopes = scopesOf(pair.provider);
		const [found, consent] = await Promise.all([
			checkPair(pair, {signal}),
			checkConsent && consentCheckOf(pair.provider)
				? checkConsent({...application, scopes}, {signal})
				: Promise.resolve(undefined),
		]);
		return {pair: found, ...(consent && {consent})};
	}

	await Promise.all(Array.from({length: Math.min(atOnce, alike.size)}, work));
	return seen;
}

const keyOf = ({provider, clientId, secret, redirectUri}: Pair): string =>
	JSON.stringify([provider.slug, clientId, secret.reveal(), redirectUri]);
