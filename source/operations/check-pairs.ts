import type {PlannedSave} from '../domain/plan.ts';
import {scopesOf} from '../domain/portal/portals.ts';
import {consentCheckOf} from '../domain/proof/consent-check.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import {pairCheckOf} from '../domain/proof/pair-checks.ts';
import {pairOf} from '../domain/proof/pair-of.ts';
import type {CheckConsent, CheckPair, Pair} from '../domain/proof/ports.ts';
import {alikeBy, eachOf} from './alike.ts';

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
	const seen = new Map<Save, Proofs>();
	const alike = alikeBy(saves, save => {
		const pair = triablePair(save);
		return pair && keyOf(pair);
	});
	await eachOf([...alike.values()], atOnce, async group => {
		const pair = group[0] && triablePair(group[0]);
		if (!pair || signal.aborted) return;
		const proofs = await proofsOf(pair);
		for (const save of group) seen.set(save, proofs);
	});
	return seen;

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
}

const keyOf = ({provider, clientId, secret, redirectUri}: Pair): string =>
	JSON.stringify([provider.slug, clientId, secret.reveal(), redirectUri]);
