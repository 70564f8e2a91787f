import type {FieldAnswers} from '../../domain/field-values.ts';
import {type FieldProblem, failure, type Problem, type Result, success} from '../../domain/problem.ts';
import type {Warning} from '../../domain/warnings.ts';
import {badFlags} from '../shared/scripted.ts';

/** Answers to fields from one source, and what was noticed about them. */
export type Given = {readonly answers: FieldAnswers; readonly notes: readonly Warning[]};

export const nothingGiven: Given = {answers: {}, notes: []};

export const about = (field: string, message: string): FieldProblem => ({field, message});

/** What was given after all, of what could be read. */
export const givenOf = (given: Result<Given>): Given => (given.ok ? given.value : nothingGiven);

/** All that was given together, or all that is wrong with any of it. */
export function withAll(all: readonly Result<Given>[]): Result<Given> {
	const problems = all.flatMap(given => (given.ok ? [] : [given.problem]));
	const [first] = problems;
	if (first) return failure(problems.length === 1 ? first : badFlags(problems.flatMap(fieldsOfProblem)));
	const values = all.map(givenOf);
	return success({
		answers: Object.assign({}, ...values.map(({answers}) => answers)),
		notes: values.flatMap(({notes}) => notes),
	});
}

const fieldsOfProblem = (problem: Problem): readonly FieldProblem[] =>
	problem.kind === 'correct' && problem.fields.length > 0
		? problem.fields
		: [about('inputs', `${problem.message} ${problem.advice}`)];
