import type {Answers, StepId} from '../../wizard/answers.ts';
import {progressOf} from '../../wizard/phases.ts';
import {trailLines} from '../../wizard/review.ts';
import {currentStep, type Wizard} from '../../wizard/state.ts';
import {stepsFor} from '../../wizard/steps.ts';
import type {Ending} from '../app.tsx';
import {helpFor} from '../help-for.ts';
import type {WizardRun} from '../run.tsx';
import {fieldQuestion} from './field-questions.ts';
import {lineTerminal} from './line-terminal.ts';
import {provider} from './provider-question.ts';
import {register, review, saved} from './review-questions.ts';
import {conversationState} from './state.ts';
import {heard, type Talk, talkOn} from './talk.ts';
import {environment, organization, organizationKey, region} from './target-questions.ts';
import {team} from './team-question.ts';

const welcome = [
	'byoo, in lines: nothing is painted over. Answers are typed, then Enter.',
	'Escape goes back, a question mark alone helps, Control C leaves.',
];

/**
The conversation as lines, each written once: for a screen reader, a braille display, or a terminal that cannot be drawn
on. It is the same conversation as on the screen, with the same promises. Rejects with the fault if the program fails.
*/
export async function runLines({
	stdin,
	stdout,
	stopSignal,
	onLeave,
	jobControl,
	preset,
	services,
	launch,
}: WizardRun): Promise<Ending> {
	const state = conversationState(preset, launch, services);
	const leaving = new AbortController();
	const orLeft = leftBy(AbortSignal.any([stopSignal, leaving.signal]));
	const terminal = lineTerminal({stdin, stdout, jobControl}, state, () => leaving.abort());
	onLeave(terminal.putAway);
	const talk = talkOn({
		...state,
		services,
		write: terminal.write,
		width: () => stdout.columns || 80,
		help: () => helpOf(state.wizard()),
		line: question => orLeft(terminal.ask(question)),
		changed: () => orLeft(state.changed()),
	});
	const endingOf = (isCancelled: boolean): Ending => ({
		saved: state.saved(),
		wizard: state.wizard(),
		isCancelled,
		veil: services.hide,
	});
	try {
		talk.say(...welcome);
		await converse(talk);
		return endingOf(false);
	} catch (fault) {
		if (!(fault instanceof Left)) throw fault;
		terminal.write('\n');
		return endingOf(true);
	} finally {
		state.stop();
		terminal.putAway();
	}
}

const helpOf = (wizard: Wizard): readonly string[] =>
	helpFor(wizard.phase.status === 'done' ? 'saved' : currentStep(wizard), wizard.answers).texts;

/** The person left. */
class Left extends Error {}

/** Gives what waits for something, but no longer than until the person leaves. */
function leftBy(signal: AbortSignal): <Value>(promise: Promise<Value>) => Promise<Value> {
	const left = new Promise<never>((_, reject) => {
		if (signal.aborted) reject(new Left());
		signal.addEventListener('abort', () => reject(new Left()));
	});
	// It is told to who waits.
	left.catch(() => undefined);
	return promise => Promise.race([promise, left]);
}

/** Asks one question after the other, and says each answer as it stands, until the person is done. */
async function converse(talk: Talk): Promise<void> {
	let told: Answers = {};
	let titled: string | undefined;
	for (;;) {
		const wizard = talk.wizard();
		sayAnswers(talk, told);
		told = wizard.answers;
		const title = titleOf(wizard);
		if (title !== titled) talk.say('', `${title}.`);
		titled = title;
		const step = currentStep(wizard);
		// What was refused is said before another one is asked for, not while that one is proved.
		const isProving = [wizard.keyEntry, wizard.teamEntry].some(entry => typeof entry === 'object');
		const refusal = step === 'review' || isProving ? undefined : wizard.refusals[step];
		if (refusal !== undefined) talk.say(`Problem: ${refusal}`);
		if (wizard.phase.status === 'done') {
			if ((await saved(talk)) === 'done') return;
			told = talk.wizard().answers;
		} else await question(talk, step);
	}
}

/** What was answered since, safe to be heard. */
function sayAnswers(talk: Talk, told: Answers): void {
	const {answers} = talk.wizard();
	const fresh = trailLines(answers).filter(({id}) => answers[id] !== told[id]);
	if (fresh.length > 0)
		talk.say(...fresh.map(({title, value, notes}) => [`${title}: ${heard(value)}.`, ...notes].join(' ')));
}

/** The title of what is asked, and how many questions there are. */
function titleOf(wizard: Wizard): string {
	if (wizard.phase.status === 'done') return 'Saved';
	const {step, of} = progressOf(wizard);
	const asked = stepsFor(wizard.answers).find(({id}) => id === currentStep(wizard));
	return asked ? `${asked.title}, step ${step} of ${of}` : 'Review, the last step';
}

const questions: Readonly<Partial<Record<StepId | 'review', (talk: Talk) => Promise<void>>>> = {
	organization,
	'organization-key': organizationKey,
	environment,
	region,
	team,
	provider,
	register,
	review,
};

async function question(talk: Talk, id: StepId | 'review'): Promise<void> {
	const asked = questions[id];
	const step = stepsFor(talk.wizard().answers).find(one => one.id === id);
	if (asked) await asked(talk);
	else if (step?.kind === 'field') await fieldQuestion(talk, step.field);
}
