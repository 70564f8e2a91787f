import type {PlannedSave} from '../../domain/plan.ts';
import {checklistFor} from '../../domain/portal/checklist.ts';
import {doneIn} from '../../domain/portal/ticks.ts';
import {clean} from '../../domain/text.ts';
import {nextSteps, proofWords, savedLines} from '../../output/saved-words.ts';
import {checklistLines, leftOutWords} from '../../output/steps-lines.ts';
import type {StepId} from '../../wizard/answers.ts';
import {checklistOf, contextOf} from '../../wizard/registering.ts';
import {reviewChanges, reviewLines} from '../../wizard/review.ts';
import type {Wizard} from '../../wizard/state.ts';
import {providerOf} from '../../wizard/steps.ts';
import {confirmationFor, isConfirmedBy, plannedSave} from '../../wizard/submission.ts';
import {beforeOf, loaded, obstacleIn} from '../../wizard/wants.ts';
import {problemRemarks} from '../prompts/problem-menu.tsx';
import {notesFor, submitLabel} from '../review-notes.ts';
import {keptFor, saidOf} from '../screens/saved-view.tsx';
import {wordsFor} from '../screens/saving.tsx';
import {choose, chooseAfter, goBack, heard, type Option, type Talk} from './talk.ts';

/** The steps at the portal, read out. They are ticked on the screen, or on the page that byoo prepare writes. */
export async function register(talk: Talk): Promise<void> {
	const wizard = await talk.until(
		now => loaded(now, 'preparation').status !== 'loading',
		'Asking what to register.',
		'preparation',
	);
	const {answers} = wizard;
	const load = loaded(wizard, 'preparation');
	const problem = load.status === 'failed' ? load.problem : undefined;
	const {steps: prepared, leftOut} = load.status === 'loaded' ? load.value : {steps: [], leftOut: undefined};
	const known = contextOf(answers, problem ? undefined : prepared);
	const list = checklistOf(answers);
	if (!known || !list) return;
	const context = {...known, ...(leftOut === undefined ? {} : {leftOut})};
	const steps = checklistFor(context);
	const done = doneIn(steps, context, talk.services.ticks.ticked(list));
	if (problem) talk.say(`${problem.message} So values that Junction names are missing here.`);
	talk.say(...checklistLines(steps, {width: talk.width(), paint: text => text}), '');
	if (leftOut !== undefined) talk.say(leftOutWords(leftOut));
	talk.say(`${steps.length} steps. byoo prepare --steps FILE writes them to a page.`);
	const choice = await choose(talk, [
		{id: 'go-on', label: 'Go on'},
		...(problem && problem.kind !== 'unavailable'
			? [{id: 'again', label: 'Ask Junction again what to register'} as const]
			: []),
	]);
	if (choice === undefined) return goBack(talk);
	if (choice === 'again') return void talk.dispatch({type: 'retried', kind: 'preparation'});
	const note = problem && `What to register could not be asked: ${problem.message}`;
	const progress = {done: done.size, of: steps.length};
	const answer = {steps: prepared, progress, ...(note === undefined ? {} : {note})};
	talk.dispatch({type: 'answered', step: 'register', answer});
}

/** Every line, what it changes, and what to know. Only the number of Submit saves; production asks for the team too. */
export async function review(talk: Talk): Promise<void> {
	if (talk.wizard().phase.status === 'submitting') return submitting(talk);
	const wizard = await talk.until(
		now => beforeOf(now) !== undefined,
		'Looking at what is stored for this team.',
		'look',
	);
	const before = beforeOf(wizard);
	const planned = before && plannedSave(wizard.answers, before);
	if (!planned) return;
	const obstacle = obstacleIn(before);
	if (obstacle) {
		const choice = await chooseAfter(talk, obstacle, [
			{id: 'again', label: 'Look again'},
			{id: 'back', label: 'Back'},
		]);
		if (choice === 'again') talk.dispatch({type: 'retried', kind: 'look'});
		else goBack(talk);
		return;
	}
	sayNotes(talk, wizard, planned);
	const lines = reviewLines(wizard.answers);
	const changes = reviewChanges(planned);
	const options = lines.map(({id, title, value, notes}): Option<StepId> => {
		const change = changes.find(one => one.id === id);
		const was = change ? [`was: ${change.from || 'none'}`] : [];
		return {id, label: `Change ${title}: ${heard(value)}`, detail: [...was, ...notes].join(', ')};
	});
	const label = submitLabel(wizard, before).replace(' — ', ': ');
	const choice = await choose<StepId | 'submit'>(talk, [{id: 'submit', label}, ...options], {isWhole: true});
	if (choice === undefined) goBack(talk);
	else if (choice === 'submit') await submit(talk);
	else talk.dispatch({type: 'reopened', step: choice});
}

function sayNotes(talk: Talk, wizard: Wizard, planned: PlannedSave): void {
	const {phase} = wizard;
	const problem = phase.status === 'failed' || phase.status === 'unconfirmed' ? phase.problem : undefined;
	const look = loaded(wizard, 'look');
	const twinClientId = look.status === 'loaded' ? (look.value.twinClientId ?? undefined) : undefined;
	const notes = notesFor(wizard, {planned, twinClientId}, talk.services.now());
	const words = {good: '', warning: 'Mind: ', bad: 'Problem: '} as const;
	talk.say(
		...(problem
			? [
					`Problem: ${problemRemarks(problem)
						.map(({text}) => text)
						.join(' ')}`,
				]
			: []),
		...notes.map(({kind, text}) => `${words[kind]}${text}`),
		'Nothing is saved before you choose Submit by its number.',
	);
}

async function submit(talk: Talk): Promise<void> {
	const {answers} = talk.wizard();
	const confirmation = confirmationFor(answers);
	let typed = '';
	if (confirmation) {
		talk.say(`This is production. Type ${confirmation.what} to save: ${clean(confirmation.text)}`);
		const line = await talk.ask('Team: ');
		if (line === undefined) return;
		if (!isConfirmedBy(answers, line)) return talk.say(`That is not ${confirmation.what}. Nothing was sent.`);
		typed = line;
	}
	talk.dispatch({type: 'submitted', confirmation: typed});
}

async function submitting(talk: Talk): Promise<void> {
	let said = '';
	while (talk.wizard().phase.status === 'submitting') {
		const {phase} = talk.wizard();
		const words = wordsFor((phase.status === 'submitting' && phase.progress) || {kind: 'checking'});
		if (words !== said) talk.say(words);
		said = words;
		const before = phase;
		await talk.until(now => now.phase !== before, '');
	}
}

/** What was stored and how that is known, what is left to do, and what may come next. */
export async function saved(talk: Talk): Promise<'done' | 'more'> {
	const wizard = talk.wizard();
	const {phase, answers} = wizard;
	if (phase.status !== 'done') return 'more';
	const {outcome} = phase;
	const provider = providerOf(answers);
	talk.say(
		proofWords(outcome),
		...savedLines(outcome.stored, talk.services.now()).map(({label, value}) => `${label}: ${value}`),
		...(provider ? nextSteps(provider) : []),
	);
	for (;;) {
		const choice = await choose(talk, [
			{id: 'done', label: 'Done'},
			{id: 'provider', label: 'Another provider'},
			{id: 'team', label: 'Another team'},
			{id: 'elsewhere', label: 'Same provider elsewhere'},
			{id: 'report', label: 'Write the report'},
		]);
		if (choice === 'done') return 'done';
		if (choice === 'report') await report(talk);
		else if (choice !== undefined) {
			talk.dispatch({type: 'started-again', keeping: keptFor[choice]});
			return 'more';
		}
	}
}

async function report(talk: Talk): Promise<void> {
	talk.dispatch({type: 'report-wanted'});
	const wizard = await talk.until(
		now => loaded(now, 'report').status !== 'loading',
		'Writing the report.',
		'report',
	);
	const words = saidOf(loaded(wizard, 'report'));
	if (words) talk.say(words.text);
}
