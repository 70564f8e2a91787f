import type {Problem} from '../domain/problem.ts';
import {clean} from '../domain/text.ts';
import {apiName} from './field-names.ts';
import {type Paint, unpainted} from './paint.ts';

// An explanation of ours with a server's in it.
const longest = 1000;

/** What happened, field by field, then what to do. */
export function problemLines(problem: Problem, paint: Paint = unpainted): string[] {
	const fields = problem.kind === 'correct' ? problem.fields : [];
	return [
		paint(clean(problem.message, longest), problem.kind === 'uncertain' ? 'warning' : 'bad'),
		...fields.map(({field, message}) => `  ${clean(apiName(field))}: ${clean(message, longest)}`),
		clean(problem.advice, longest),
		...(problem.requestId === undefined ? [] : [paint(`Request ID: ${clean(problem.requestId)}`, 'dim')]),
	];
}

/** The same on one line. */
export const problemSentence = (problem: Problem): string =>
	problemLines(problem)
		.map(line => line.trim())
		.join(' ');
