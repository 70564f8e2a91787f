import {clean} from '../domain/text.ts';
import {listCommandFor} from '../output/command.ts';
import {isAnyRefuted, leftUserWords, proofLines} from '../output/proof-words.ts';
import {nextSteps, proofWords} from '../output/saved-words.ts';
import type {Ending} from '../ui/app.tsx';
import type {Answers} from '../wizard/answers.ts';
import type {MadeTeam, Wizard} from '../wizard/state.ts';
import {providerOf} from '../wizard/steps.ts';
import {placeOf} from '../wizard/submission.ts';

/** What is said once the screen is gone: what was saved, and what may have been. */
export function endingLines(
	{saved, wizard, isCancelled}: Ending,
	width = Number.POSITIVE_INFINITY,
): readonly string[] {
	const lines = [...teamsOf(wizard).map(teamLine), ...saved.flatMap(save => savedLines(save, width))];
	const {status} = wizard.phase;
	if (status === 'submitting' || wizard.mayHaveArrived) {
		lines.push(`Sent, may be stored: ${targetWords(wizard.answers)}.`, lookAgain(wizard.answers));
	} else if (isCancelled && status !== 'done') {
		lines.push(saved.length > 0 ? 'Left. Nothing more was sent.' : 'Left. Nothing was saved.');
	}
	return lines;
}

/** The teams that were created, and that which is under way. */
function teamsOf({madeTeams, phase}: Wizard): readonly MadeTeam[] {
	if (phase.status !== 'creating') return madeTeams;
	const {team} = phase;
	return [...madeTeams.filter(made => made.team.id !== team.id), {team, isCertain: false}];
}

/** A team stays, whatever became of the rest. */
const teamLine = ({team: {id, name, region}, isCertain}: MadeTeam): string =>
	isCertain
		? `Team created: ${clean(name)} (${region}), ID ${clean(id)}.`
		: `The team ${clean(name)} (${region}) was sent and may have been created, with the ID ${id}. Look with byoo teams before you create it again.`;

/** How to see what became of it. The demo is gone with the wizard, and so is the command for it. */
function lookAgain(answers: Answers): string {
	const {organization, 'organization-key': key, team} = answers;
	const place = placeOf(answers);
	if (!organization || organization.isDemo || !key || !team || !place) {
		return 'Run byoo once more with the same target: review shows what is stored.';
	}
	const {generation, url} = key;
	return `Check with: ${listCommandFor({generation, url, organizationId: organization.id}, place, team.id)}`;
}

/** 130 where it was left, 0 where it was finished; it is finished only from a confirmed save. */
export const exitCodeOfEnding = ({isCancelled}: Ending): number => (isCancelled ? 130 : 0);

function savedLines({answers, outcome, proofs}: Ending['saved'][number], width: number): readonly string[] {
	const provider = providerOf(answers);
	const how = outcome.by === 'read-back' ? 'read back' : 'confirmed by the API’s answer';
	const hedge = outcome.proof === 'none' ? [proofWords(outcome)] : [];
	return [
		`Saved: ${targetWords(answers)}, ${how}. Credential ${clean(outcome.stored.id)}.`,
		...hedge,
		...proofLines(proofs, {width}),
		...(proofs.isTestUserDeleted === false ? [leftUserWords] : []),
		...(provider ? nextSteps(provider, isAnyRefuted(proofs)) : []),
	];
}

function targetWords(answers: Answers): string {
	const team = clean(answers.team?.name ?? '') || answers.team?.id;
	return `${providerOf(answers)?.name} for ${team} (${answers.environment}, ${answers.region})`;
}

/** Said where the wizard was left during a proof. */
export const cleaningWords =
	'The proof has ended. Its test user is being deleted; Ctrl+C leaves without that.';

/** What became of the test users; undefined where nobody wanted to wait for it. */
export function cleanedWords(deleted: readonly (boolean | undefined)[] | undefined): string {
	if (deleted === undefined || deleted.includes(false)) return leftUserWords;
	return deleted.includes(true) ? 'The test user is deleted.' : 'There was none.';
}
