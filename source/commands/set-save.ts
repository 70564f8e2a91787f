import {interruptionOf, interruptionWords} from '../domain/interruption.ts';
import type {SaveOutcome} from '../domain/outcome.ts';
import type {PlannedSave} from '../domain/plan.ts';
import type {Problem} from '../domain/problem.ts';
import type {Provider} from '../domain/providers/provider.ts';
import type {Warning} from '../domain/warnings.ts';
import {saveCredential} from '../operations/save-credential.ts';
import {listCommandFor} from '../output/command.ts';
import {savedJson, savedText, unconfirmedJson} from '../output/saved-document.ts';
import {nextSteps, otherTeamWords, proofWords} from '../output/saved-words.ts';
import {exitCodes} from './shared/exit-codes.ts';
import type {Access} from './shared/organization-access.ts';
import {reportTo} from './shared/report-file.ts';
import type {Context} from './shared/scripted.ts';
import type {Voice} from './shared/voice.ts';
import {waitingNote} from './shared/wait.ts';

type Confirmed = Extract<SaveOutcome, {kind: 'confirmed'}>;

/** Saves what was planned and allowed, and says what became of it. Gives the exit code. */
export async function saveOne(
	context: Context,
	access: Access,
	provider: Provider,
	planned: PlannedSave,
	warnings: readonly Warning[],
): Promise<number> {
	const {voice, signal, terminal} = context;
	const {place, credential, before} = planned;
	let wasSent = false;
	const outcome = await saveCredential(access.api, place, credential, {
		before,
		signal,
		wait: terminal.wait,
		onProgress(progress) {
			if (progress.kind === 'sending') wasSent = true;
			if (progress.kind === 'waiting') voice.note(waitingNote(progress));
		},
	});
	if (outcome.kind === 'confirmed') {
		const {teamName} = planned;
		const placed = {
			place,
			stored: outcome.stored,
			...(teamName === undefined ? {} : {teamName}),
		};
		const saved = {outcome, placed, provider, warnings: [...warnings, ...proofWarnings(outcome)]};
		voice.receipt(
			'The credential was saved and confirmed all the same.',
			() => savedText(saved, voice.paint),
			() => savedJson(saved),
		);
		await writeReport(context, access, provider, planned, outcome);
		return exitCodes.done;
	}
	if (signal.aborted && !wasSent) return interrupted(context);
	if (!signal.aborted && outcome.kind !== 'uncertain') return voice.fail(problemOf(outcome));
	const check = `Check with: ${listCommandFor(access.connection, place, credential.teamId)}`;
	const problem = signal.aborted ? maybeStored(signal) : problemOf(outcome);
	sayUnconfirmed(voice, {...problem, advice: `${problem.advice} ${check}`}, warnings);
	return exitCodes.unconfirmed;
}

const proofWarnings = ({proof, namedOtherTeam}: Confirmed): readonly Warning[] => [
	...(proof === 'none' ? [noVisibleChange] : []),
	...(namedOtherTeam ? [{code: 'other-team', message: otherTeamWords}] : []),
];

const noVisibleChange: Warning = {
	code: 'no-visible-change',
	message: 'The server shows no change: the secret was probably the one that was stored.',
};

function problemOf(outcome: Exclude<SaveOutcome, {kind: 'confirmed'}>): Problem {
	if (outcome.kind !== 'changed') return outcome.problem;
	return {
		kind: 'conflict',
		message: 'Someone else changed what is stored just now. Nothing was sent.',
		advice: 'Look at it with byoo list, then run it again.',
	};
}

const maybeStored = (signal: AbortSignal): Problem => ({
	kind: 'uncertain',
	message: `${interruptionWords[interruptionOf(signal)]}. It was sent and may be stored.`,
	advice: 'Look before you send it again.',
});

/** Sent, and nobody knows: the document of a save says so too, for whoever reads nothing but `confirmed`. */
function sayUnconfirmed(voice: Voice, problem: Problem, warnings: readonly Warning[]): void {
	if (!voice.isJson) voice.fail(problem);
	voice.receipt(
		`${problem.message} ${problem.advice}`,
		() => [],
		() => unconfirmedJson(warnings, problem),
	);
}

/** What is said where there was no more time, or nobody who wanted to wait, before anything was sent. */
export function interrupted({voice, signal}: Context): number {
	return voice.fail({
		kind: 'retry',
		message: `${interruptionWords[interruptionOf(signal)]}. Nothing was sent.`,
		advice: 'Run it again when you are ready.',
	});
}

/** Writes the page about a save, where `--report` asks for one. */
async function writeReport(
	{values, voice}: Context,
	{connection}: Access,
	provider: Provider,
	{place, credential, teamName}: PlannedSave,
	outcome: Confirmed,
): Promise<void> {
	if (values.report === undefined) return;
	const {generation, url, organizationId} = connection;
	const named = teamName === undefined ? {} : {teamName};
	const said = await reportTo(values.report, {
		handOff: {generation, url, isDemo: false, organizationId, place, credential, ...named},
		outcome,
		at: new Date().toISOString(),
		provider,
		proof: proofWords(outcome),
		openSteps: nextSteps(provider),
	});
	voice.note(said);
}
