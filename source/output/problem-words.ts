import {bodyFields} from '../domain/fields.ts';
import type {Problem} from '../domain/problem.ts';
import {clean} from '../domain/text.ts';
import {shownInvisible} from '../domain/values/signs.ts';
import {type Paint, unpainted} from './paint.ts';

// An explanation of ours with a server's in it.
const longest = 1000;
// More than anyone reads at once.
const mostFields = 100;

/** Words that may hold a value: of it nothing is left out, and nothing is hidden. */
const said = (text: string): string => clean(shownInvisible(text), longest);

/** What happened, field by field, then what to do. */
export function problemLines(problem: Problem, paint: Paint = unpainted): string[] {
	const all = problem.kind === 'correct' ? problem.fields : [];
	// A single field often says no more than the problem itself.
	const fields = all.filter(({message}) => message !== problem.message);
	// One more is a field as well as a line that would count it.
	const shown = fields.length > mostFields + 1 ? mostFields : fields.length;
	const more = fields.length - shown;
	return [
		paint(said(problem.message), problem.kind === 'uncertain' ? 'warning' : 'bad'),
		...fields.slice(0, shown).map(({field, message}) => `  ${said(apiName(field))}: ${said(message)}`),
		...(more > 0 ? [`  … and ${more} more; --json has them all.`] : []),
		said(problem.advice),
		...(problem.requestId === undefined ? [] : [paint(`Request ID: ${clean(problem.requestId)}`, 'dim')]),
	];
}

/** The same on one line. */
export const problemSentence = (problem: Problem): string => {
	const {message, advice, requestId} = problem;
	// The message often has the words of its field in it already.
	const fields = (problem.kind === 'correct' ? problem.fields : [])
		.filter(field => !message.includes(field.message.replace(/\.+$/, '')))
		.map(field => `${apiName(field.field)}: ${field.message}`);
	const parts = [message, ...fields, advice].map(part => said(part).replace(/\.*$/, '.'));
	return [...parts, ...(requestId === undefined ? [] : [`Request ID: ${clean(requestId)}`])].join(' ');
};

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

/**
A problem as the whole JSON of a failed command. Every key is always there. Its sentences are for people: what nobody
sees of a value in them is spelled, unlike in data.
*/
export const problemJson = (problem: Problem): ProblemJson => ({
	error: {
		kind: problem.kind,
		status: problem.status ?? null,
		message: shownInvisible(problem.message),
		advice: shownInvisible(problem.advice),
		fields:
			problem.kind === 'correct'
				? problem.fields.map(({field, message}) => ({
						field: shownInvisible(apiName(field)),
						message: shownInvisible(message),
					}))
				: [],
		requestId: problem.requestId ?? null,
	},
});

const apiNames: ReadonlyMap<string, string> = new Map([
	...bodyFields.map(({id, path}) => [id, path.join('.')] as const),
	['environment', 'env'],
	['organization', 'org'],
	['organization-key', 'key'],
]);

/** What a field or step of the wizard is called where there is no wizard: the API's own path, such as `client_id`. */
export const apiName = (field: string): string => apiNames.get(field) ?? field;
