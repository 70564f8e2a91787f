import type {PlannedSave} from '../../domain/plan.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Proofs} from '../../domain/proof/finding.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {clean} from '../../domain/text.ts';
import type {Warning} from '../../domain/warnings.ts';
import {listCommandFor} from '../../output/command.ts';
import {dryRunLines, shownSave} from '../../output/dry-run.ts';
import {changedValues} from '../../output/plan-words.ts';
import {proofJson} from '../../output/proof-words.ts';
import {savedJson, savedText, unconfirmedJson} from '../../output/saved-document.ts';
import {nextSteps, otherTeamWords, proofWords} from '../../output/saved-words.ts';
import {warningLine, warningsJson} from '../../output/warnings.ts';
import {exitCodes} from '../shared/exit-codes.ts';
import type {Access} from '../shared/organization-access.ts';
import {allowingWords, neededFlags, permissionFrom} from '../shared/permissions.ts';
import {reportTo} from '../shared/report-file.ts';
import type {Context} from '../shared/scripted.ts';
import type {Voice} from '../shared/voice.ts';
import type {SaveEnding} from './save.ts';

/** What was saved, and what there is to say about it. */
type Saving = {
	readonly planned: PlannedSave;
	readonly provider: Provider;
	readonly warnings: readonly Warning[];
	/** What was proved before, where that was asked for. */
	readonly proofs?: Proofs | undefined;
};

type Confirmed = Extract<SaveEnding, {kind: 'confirmed'}>;

const dryWords = {
	create: 'a create',
	update: 'an update',
	resend: 'an update of the secret alone',
	save: 'a save',
} as const;

/** Says what deserves a second look, before anything is written. */
export const sayWarnings = (voice: Voice, warnings: readonly Warning[]): void =>
	voice.note(...warnings.map(warningLine));

/** The request as it would be sent, and what it would still need. The warnings, which were said, are in its document. */
export function sayDryRun(
	{voice, values}: Context,
	{connection}: Access,
	{planned, warnings, proofs}: Saving,
): number {
	const needed = neededFlags([planned], permissionFrom(values));
	const request = shownSave(connection, planned);
	voice.data(
		() => dryRunLines(request),
		() => ({dryRun: request, warnings: warningsJson(warnings), ...(proofs && proofJson(proofs))}),
	);
	voice.note(`A dry run of ${dryWords[planned.action]}: nothing was sent that writes.`);
	voice.note(...planned.changes.map(change => `  ${clean(change.field)}: ${changedValues(change)}`));
	if (needed.length > 0) voice.note(`Without --dry-run it needs ${allowingWords(needed)}.`);
	return exitCodes.done;
}

/** Says what became of a save. Gives the exit code. */
export async function sayEnding(
	context: Context,
	access: Access,
	ending: SaveEnding,
	saving: Saving,
): Promise<number> {
	const {voice} = context;
	switch (ending.kind) {
		case 'failed':
			return voice.fail(ending.problem);
		case 'unconfirmed': {
			const {place, credential} = saving.planned;
			const check = `Check with: ${listCommandFor(access.connection, place, credential.teamId)}`;
			const {problem} = ending;
			sayUnconfirmed(voice, {...problem, advice: `${problem.advice} ${check}`}, saving);
			return exitCodes.unconfirmed;
		}
		case 'confirmed':
			sayConfirmed(voice, ending, saving);
			await writeReport(context, access, ending, saving);
			return exitCodes.done;
	}
}

function sayConfirmed(voice: Voice, outcome: Confirmed, saving: Saving): void {
	const {planned, provider, warnings, proofs} = saving;
	const {place, teamName} = planned;
	const placed = {place, stored: outcome.stored, ...(teamName === undefined ? {} : {teamName})};
	const saved = {outcome, placed, provider, warnings: [...warnings, ...proofWarnings(outcome)]};
	voice.receipt(
		'The credential was saved and confirmed all the same.',
		() => savedText(saved, voice.paint),
		() => ({...savedJson(saved), ...(proofs && proofJson(proofs))}),
	);
}

const proofWarnings = ({proof, namedOtherTeam}: Confirmed): readonly Warning[] => [
	...(proof === 'none' ? [noVisibleChange] : []),
	...(namedOtherTeam ? [{code: 'other-team', message: otherTeamWords}] : []),
];

const noVisibleChange: Warning = {
	code: 'no-visible-change',
	message: 'The server shows no change: the secret was probably the one that was stored.',
};

/** Sent, and nobody knows: the document of a save says so too, for whoever reads nothing but `confirmed`. */
function sayUnconfirmed(voice: Voice, problem: Problem, {warnings, proofs}: Saving): void {
	if (!voice.isJson) voice.fail(problem);
	voice.receipt(
		`${problem.message} ${problem.advice}`,
		() => [],
		() => ({...unconfirmedJson(warnings, problem), ...(proofs && proofJson(proofs))}),
	);
}

/** Writes the page about a save, where `--report` asks for one. */
async function writeReport(
	{values, voice, terminal}: Context,
	{connection}: Access,
	outcome: Confirmed,
	{planned, provider}: Saving,
): Promise<void> {
	if (values.report === undefined) return;
	const {place, credential, teamName} = planned;
	const {generation, url, organizationId} = connection;
	const named = teamName === undefined ? {} : {teamName};
	const said = await reportTo(values.report, {
		handOff: {generation, url, isDemo: false, organizationId, place, credential, ...named},
		outcome,
		at: terminal.now().toISOString(),
		provider,
		proof: proofWords(outcome),
		openSteps: nextSteps(provider),
	});
	voice.note(said);
}
