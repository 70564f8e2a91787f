import type {Answers, StepId} from './answers.ts';
import {currentStep, type Wizard} from './state.ts';
import {type Step, stepsFor} from './steps.ts';

/** A part of the conversation. Everything in it is `done`, or it is where the person is, or it is still `open`. */
export type PhaseMark = {readonly name: string; readonly state: 'done' | 'current' | 'open'};

/** How far the conversation is: its parts, and which of the steps that are asked is asked now. */
export type Progress = {readonly phases: readonly PhaseMark[]; readonly step: number; readonly of: number};

const phaseOf = ({id, kind}: Step): string => {
	if (kind === 'field') return 'Credentials';
	if (id === 'provider') return 'Provider';
	return id === 'register' ? 'Portal' : 'Where';
};

/** Where no provider is chosen, it is as with most of them, of which no details are asked. */
const usual: Answers = {provider: {slug: 'strava'}};

/**
Steps that a flag, the environment or a rule settled are not counted, since nobody is asked. Review is the last one. A
part without a step, as the portal where nothing is registered, is left out.
*/
export function progressOf(wizard: Wizard): Progress {
	const {answers, trail} = wizard;
	const current = currentStep(wizard);
	const steps = stepsFor(answers.provider ? answers : {...usual, ...answers});
	const isSettled = (id: StepId): boolean =>
		answers[id] !== undefined || (!answers.provider && id === 'details');
	const asked = [...steps.filter(({id}) => !isSettled(id) || trail.includes(id)).map(({id}) => id), 'review'];
	const stateOf = (own: readonly Step[]): PhaseMark['state'] => {
		if (own.some(({id}) => id === current)) return 'current';
		return own.every(({id}) => isSettled(id)) ? 'done' : 'open';
	};
	const phases = [...new Set(steps.map(phaseOf))].map(name => ({
		name,
		state: stateOf(steps.filter(step => phaseOf(step) === name)),
	}));
	return {
		phases: [...phases, {name: 'Review', state: reviewState(wizard)}],
		step: asked.indexOf(current) + 1,
		of: asked.length,
	};
}

function reviewState(wizard: Wizard): PhaseMark['state'] {
	if (wizard.phase.status === 'done') return 'done';
	return currentStep(wizard) === 'review' ? 'current' : 'open';
}
