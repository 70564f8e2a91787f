import type {Problem} from '../domain/problem.ts';
import type {Answers, StepId} from './answers.ts';
import {stepsFor} from './steps.ts';

/** The server's words for each step that it refused. */
export type Refusals = {readonly [Id in StepId]?: string};

/** The steps that a problem is about: the key for 401 and 403, else the fields it names. May be empty. */
export function refusalsOf(problem: Problem, answers: Answers): Refusals {
	if (problem.kind === 'reauthenticate') return {'organization-key': `${problem.message} ${problem.advice}`};
	if (problem.kind !== 'correct') return {};
	const steps = new Set<string>(stepsFor(answers).map(step => step.id));
	const named = problem.fields.filter(({field}) => steps.has(field));
	return Object.fromEntries(named.map(({field, message}) => [field, message]));
}
