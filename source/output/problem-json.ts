import type {Problem} from '../domain/problem.ts';
import {apiName} from './field-names.ts';

export type ProblemJson = {
	readonly error: {
		readonly kind: Problem['kind'];
		readonly status: number | null;
		readonly message: string;
		readonly advice: string;
		readonly fields: readonly {readonly field: string; readonly message: string}[];
		readonly requestId: string | null;
	};
};

/** A problem as the whole JSON of a failed command. Every key is always there. */
export const problemJson = (problem: Problem): ProblemJson => ({
	error: {
		kind: problem.kind,
		status: problem.status ?? null,
		message: problem.message,
		advice: problem.advice,
		fields:
			problem.kind === 'correct'
				? problem.fields.map(({field, message}) => ({field: apiName(field), message}))
				: [],
		requestId: problem.requestId ?? null,
	},
});
