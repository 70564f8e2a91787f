import type {PlannedSave} from '../../domain/plan.ts';
import type {FieldProblem, Problem} from '../../domain/problem.ts';
import type {Finding, Proofs} from '../../domain/proof/finding.ts';
import type {Warning} from '../../domain/warnings.ts';
import {problemJson} from '../../output/problem-words.ts';
import {proofJson, proofLines} from '../../output/proof-words.ts';
import {warningLine} from '../../output/warnings.ts';
import {exitCodes} from '../shared/exit-codes.ts';
import {checkWarnings, nothingSaved, refusalsIn, tryPairs} from '../shared/live-check.ts';
import type {Access} from '../shared/organization-access.ts';
import type {Context} from '../shared/scripted.ts';

/** What was seen, without proofs where nobody asked for any; or the exit code of what was said. */
type LiveChecked =
	| {readonly ok: true; readonly proofs?: Proofs; readonly warnings: readonly Warning[]}
	| {readonly ok: false; readonly code: number};

/**
Tries client ID and secret where `--live-check` asks for it. That they are refused is said, and nothing is to be saved
then; what is not known is a warning, said too.
*/
export async function liveCheck(
	context: Context,
	access: Access,
	planned: PlannedSave,
): Promise<LiveChecked> {
	const {values, voice, signal} = context;
	if (!values['live-check']) return {ok: true, warnings: []};
	const seen = await tryPairs(context, access, [planned]);
	const proofs = seen.get(planned) ?? {};
	if (signal.aborted) return {ok: false, code: voice.fail(nothingSaved(signal))};
	const refusals = refusalsIn(proofs);
	if (refusals.length > 0) {
		const problem = problemOf(refusals, proofs);
		if (!voice.isJson) return {ok: false, code: voice.fail(problem)};
		voice.data(
			() => [],
			() => ({...problemJson(problem), ...proofJson(proofs)}),
		);
		return {ok: false, code: exitCodes.failed};
	}
	const warnings = checkWarnings(planned, proofs);
	voice.note(...new Set(warnings.map(warningLine)));
	voice.note(...proofLines(provedOf(proofs), {width: voice.noteWidth}));
	return {ok: true, proofs, warnings};
}

/** What was proved alone: the rest is a warning. */
const provedOf = ({pair, consent}: Proofs): Proofs => ({
	...(pair?.verdict === 'proved' && {pair}),
	...(consent?.verdict === 'proved' && {consent}),
});

/** What was refused, as what is to be corrected. */
function problemOf([first]: readonly Finding[], {pair, consent}: Proofs): Problem {
	return {
		kind: 'correct',
		message: first?.message ?? '',
		advice: `${first?.advice ?? ''} Nothing was saved.`.trim(),
		status: first?.status ?? 400,
		fields: [
			...fieldsFor(['client-id', 'client-secret'], pair),
			...fieldsFor(fieldsOfConsent(consent), consent),
		],
	};
}

const fieldsFor = (ids: readonly string[], finding: Finding | undefined): readonly FieldProblem[] =>
	finding?.verdict === 'refuted' ? ids.map(field => ({field, message: finding.message})) : [];

/** What a refusal of the consent address is about; one of scopes is about no field. */
function fieldsOfConsent(finding: Finding | undefined): readonly string[] {
	if (finding?.type === 'invalid_client') return ['client-id'];
	return finding?.type === 'invalid_request' ? ['redirect-url-override'] : [];
}
