import {interruptionOf, interruptionWords} from '../../domain/interruption.ts';
import type {Position} from '../../domain/manifest.ts';
import type {PlannedSave} from '../../domain/plan.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Finding, Proofs} from '../../domain/proof/finding.ts';
import {checkedHosts, pairCheckOf} from '../../domain/proof/pair-checks.ts';
import {notOfferedWords} from '../../domain/proof/pair-finding.ts';
import {providerOfSlug} from '../../domain/providers/find-providers.ts';
import {listed} from '../../domain/text.ts';
import type {Warning} from '../../domain/warnings.ts';
import {checkPairs, triablePair} from '../../operations/check-pairs.ts';
import {findingSentence} from '../../output/proof-words.ts';
import {wholeNumber} from '../flags/whole-number.ts';
import {asksProviders, liveChecking} from './live-checking.ts';
import type {Access} from './organization-access.ts';
import type {Context} from './scripted.ts';

/** Tries client ID and secret of each save at its provider. Says first where they go. */
export async function tryPairs<Save extends PlannedSave>(
	{values, voice, terminal, secrets, signal}: Context,
	{connection}: Access,
	saves: readonly Save[],
): Promise<ReadonlyMap<Save, Proofs>> {
	const beside = {apiUrl: connection.url};
	const pairs = saves.flatMap(save => triablePair(save) ?? []);
	const hosts = [...new Set(pairs.flatMap(({provider}) => checkedHosts(provider)))];
	const isSent = asksProviders(terminal, beside);
	if (hosts.length > 0 && isSent) voice.note(sentWords(hosts, saves.length > 1));
	const timeoutSeconds = wholeNumber('timeout', values.timeout, {from: 1, to: 600}, []);
	const write = (line: string) => voice.note(line);
	const checks = liveChecking(terminal, {values, timeoutSeconds, secrets, write}, beside);
	// Where nothing is sent, that is said once, of the pair.
	return checkPairs(isSent ? checks : {checkPair: checks.checkPair}, saves, {signal});
}

const sentWords = (hosts: readonly string[], areMany: boolean): string =>
	areMany
		? `The live check sends each client ID and secret to its own provider: ${listed(hosts)}.`
		: `The live check sends client ID and secret to ${listed(hosts)}.`;

/** What was refused of a save. */
export const refusalsIn = ({pair, consent}: Proofs): readonly Finding[] =>
	[pair, consent].flatMap(finding => (finding?.verdict === 'refuted' ? [finding] : []));

/** What is not known of a save, and `at` where it stands in a manifest. */
export function checkWarnings(planned: PlannedSave, proofs: Proofs, at?: Position): readonly Warning[] {
	const provider = providerOfSlug(planned.credential.provider);
	const place = at === undefined ? {} : {at};
	const unknown = (code: string, finding: Finding | undefined): readonly Warning[] =>
		finding?.verdict === 'unknown' ? [{code, message: findingSentence(finding), ...place}] : [];
	return [
		...(pairCheckOf(provider)
			? []
			: [{code: 'pair-not-offered', message: notOfferedWords(provider.name), ...place}]),
		...unknown('pair-unknown', proofs.pair),
		...unknown('consent-unknown', proofs.consent),
	];
}

/** Said where there was no more time, or nobody who wanted to wait, during the check. */
export const nothingSaved = (signal: AbortSignal): Problem => ({
	kind: 'retry',
	message: `${interruptionWords[interruptionOf(signal)]} during the live check. Nothing was saved.`,
	advice: 'Run it again when you are ready.',
});
