import {answersFromDetails} from '../../domain/body/details-answers.ts';
import type {Field} from '../../domain/field.ts';
import type {FieldAnswer, FieldAnswers} from '../../domain/field-values.ts';
import {detailName, fieldsOf} from '../../domain/fields.ts';
import {type FieldProblem, failure, type Problem, type Result, success} from '../../domain/problem.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {Secret} from '../../domain/secret.ts';
import type {SecretSource} from '../../domain/secret-source.ts';
import {shownPath} from '../../domain/text.ts';
import {askedOf} from '../../domain/values/asked.ts';
import {take} from '../../domain/values/take.ts';
import {parseDetails} from '../../secret-sources/details-file.ts';
import {detailsLimit} from '../../secret-sources/read-source.ts';
import {type SecretReader, secretReader} from '../../secret-sources/secret-reader.ts';
import {type SourceNote, takeSecret} from '../../secret-sources/take-secret.ts';
import {exactFields} from '../flags/exact-flags.ts';
import type {Values} from '../flags/flags.ts';
import {badFlags, type Context} from '../shared/scripted.ts';
import {clearedFields, withCleared} from './cleared-fields.ts';

/** The fields as they were given, secrets fetched; what was noticed about them. */
export type SetInputs = {readonly answers: FieldAnswers; readonly notes: readonly SourceNote[]};

/** Every way in which the client secret is given. Exactly one is needed. */
export const secretSources = (values: Values): readonly SecretSource[] => [
	...(values['client-secret-stdin'] ? [{kind: 'stdin'} as const] : []),
	...(values['client-secret-file'] === undefined
		? []
		: [{kind: 'file', path: values['client-secret-file']} as const]),
	...(values['client-secret-env'] === undefined
		? []
		: [{kind: 'environment', name: values['client-secret-env']} as const]),
	...(values['client-secret-command'] === undefined
		? []
		: [{kind: 'command', command: values['client-secret-command']} as const]),
];

/** What cannot be right about the secrets and cleared fields, told before anything is read. */
export function checkSources(
	{values, terminal}: Pick<Context, 'values' | 'terminal'>,
	provider: Provider | undefined,
	problems: FieldProblem[],
): void {
	const sources = secretSources(values);
	const name = values['client-secret-env'];
	if (name !== undefined && !isVariableName(name) && terminal.environment[name] === undefined) {
		const message =
			'--client-secret-env takes the name of a variable, not what is in it: give the name, without $.';
		problems.push(about('client-secret', message));
	}
	const isPractice = provider?.ownOAuth === 'practice';
	if (sources.length > 1) problems.push(about('client-secret', 'Give the client secret in one way only.'));
	if (isPractice && sources.length > 0) {
		problems.push(about('client-secret', `${provider.name} takes a practice ID and no secret.`));
	}
	if (isPractice && values['details-file'] !== undefined) {
		problems.push(about('details', `${provider.name} takes a practice ID and no details.`));
	}
	if (values['client-secret-stdin'] && values['details-file'] === '-') {
		const message =
			'Standard input is asked for twice. Give one of the two by a file, a variable or a command.';
		problems.push(about('details', message));
	}
}

const isVariableName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

/** Reads the secret and the details, each from where it is, before anything is sent. */
export async function readInputs(
	{values, terminal, signal}: Context,
	provider: Provider,
	given: FieldAnswers,
	doubts: readonly FieldProblem[] = [],
): Promise<Result<SetInputs>> {
	const named = values['client-secret-env'];
	const reader = secretReader({
		stdin: terminal.stdin,
		environment: terminal.environment,
		signal,
		environmentSecrets: named === undefined ? [] : [named],
	});
	const problems = [...doubts];
	const cleared = clearedFields(values, provider, problems);
	const secret = await readClientSecret(values, reader, provider, given);
	const known = secret.ok ? {...given, ...secret.value.answers} : given;
	const details = await readDetails(values, reader, provider, known);
	const read = withAll([secret, details]);
	const parts: readonly FieldAnswers[] = [
		given,
		...(details.ok ? [details.value.answers] : []),
		cleared.answers,
	];
	for (const id of twice(parts)) {
		const how = Object.hasOwn(cleared.answers, id) ? 'both given and cleared' : 'given more than once';
		problems.push(about(id, `${id} is ${how}.`));
	}
	if (problems.length > 0) return withAll([failure(badFlags(problems)), read]);
	if (!read.ok) return read;
	const answers = Object.assign({}, ...parts, read.value.answers);
	return success({
		answers: withCleared(answers, cleared.otherKeys),
		notes: [...tidied(provider, given), ...read.value.notes],
	});
}

/** All inputs together, or all that is wrong with any of them. */
function withAll(inputs: readonly Result<SetInputs>[]): Result<SetInputs> {
	const problems = inputs.flatMap(input => (input.ok ? [] : [input.problem]));
	const [first] = problems;
	if (first) return failure(problems.length === 1 ? first : badFlags(problems.flatMap(fieldsOfProblem)));
	const values = inputs.flatMap(input => (input.ok ? [input.value] : []));
	return success({
		answers: Object.assign({}, ...values.map(({answers}) => answers)),
		notes: values.flatMap(({notes}) => notes),
	});
}

const fieldsOfProblem = (problem: Problem): readonly FieldProblem[] =>
	problem.kind === 'correct' && problem.fields.length > 0
		? problem.fields
		: [about('inputs', `${problem.message} ${problem.advice}`)];

/** What was done to the texts of flags, in words. */
const tidied = (provider: Provider, given: FieldAnswers): readonly SourceNote[] =>
	fieldsOf(provider).flatMap(({id, title}) => {
		const answer = given[id];
		const note = answer?.kind === 'given' ? answer.note : undefined;
		return note === undefined ? [] : [{code: 'final-line-break-removed', message: `${title}: ${note}`}];
	});

async function readClientSecret(
	values: Values,
	reader: SecretReader,
	provider: Provider,
	given: FieldAnswers,
): Promise<Result<SetInputs>> {
	const [source] = secretSources(values);
	if (!source) return success({answers: {}, notes: []});
	const text = await reader.read(source);
	if (!text.ok) return failure({...text.problem, message: `Client secret: ${text.problem.message}`});
	const field = fieldsOf(provider).find(({id}) => id === 'client-secret');
	if (!field) return success({answers: {}, notes: []});
	return takenSecret(text.value, field, provider, {values, others: given});
}

async function readDetails(
	values: Values,
	reader: SecretReader,
	provider: Provider,
	others: FieldAnswers,
): Promise<Result<SetInputs>> {
	const path = values['details-file'];
	if (path === undefined) return success({answers: {}, notes: []});
	const text = await reader.read(path === '-' ? {kind: 'stdin'} : {kind: 'file', path}, detailsLimit);
	if (!text.ok) return failure({...text.problem, message: `Details: ${text.problem.message}`});
	const object = parseDetails(text.value);
	if (!object.ok) return object;
	const {answers, problems, unknown} = answersFromDetails(provider, object.value);
	if (problems.length > 0) return failure(badFlags(problems));
	const taken = takenDetails(answers, provider, values, others);
	if (!taken.ok || unknown.length === 0) return taken;
	return success({...taken.value, notes: [...taken.value.notes, unknownDetails(provider, unknown)]});
}

function unknownDetails({name, details}: Provider, unknown: readonly string[]): SourceNote {
	const known = details.map(detailName).join(', ');
	const rest = unknown.length > 10 ? ` and ${unknown.length - 10} more` : '';
	const what = `${unknown.slice(0, 10).map(shownPath).join(', ')}${rest}`;
	const message = `${name} is not known to have ${what}; it is sent all the same. Known: ${known}.`;
	return {code: 'unknown-detail', message};
}

/** One secret, looked at beside the identifiers and secrets that were given with it. */
function takenSecret(
	text: string,
	field: Field,
	provider: Provider,
	{values, others}: {readonly values: Values; readonly others: FieldAnswers},
): Result<SetInputs> {
	const asked = askedOf(field, provider, {
		isExact: exactFields(values, provider).includes(field.id),
		keepsWhitespace: values['keep-whitespace'] === true,
		others,
	});
	const taken = takeSecret(text, {what: field.title, asked, exactly: `--exact ${field.id}`});
	if (!taken.ok) return failure(badFlags([about(field.id, taken.problem.message)]));
	const {secret, notes} = taken.value;
	const answer: FieldAnswer = {kind: 'given', value: secret};
	return success({answers: Object.fromEntries([[field.id, answer]]), notes});
}

/** The details, each looked at: a secret as the client secret is, a text as that of a flag. */
function takenDetails(
	answers: FieldAnswers,
	provider: Provider,
	values: Values,
	others: FieldAnswers,
): Result<SetInputs> {
	const given = provider.details.flatMap((field): readonly Result<SetInputs>[] => {
		const answer = answers[field.id];
		if (answer?.kind !== 'given') return [];
		const {value} = answer;
		if (value instanceof Secret) return [takenSecret(value.reveal(), field, provider, {values, others})];
		const how = {isExact: exactFields(values, provider).includes(field.id), others};
		return [value].flat().flatMap(text => {
			if (typeof text !== 'string') return [];
			const taken = take(text, askedOf(field, provider, how), `--exact ${field.id}`);
			return taken.ok ? [] : [failure(badFlags([about(field.id, `${field.title}: ${taken.message}`)]))];
		});
	});
	return withAll([success({answers, notes: []}), ...given]);
}

/** The fields that are answered by more than one part. */
const twice = (parts: readonly FieldAnswers[]): readonly string[] => {
	const ids = parts.flatMap(part => Object.keys(part));
	return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
};

const about = (field: string, message: string): FieldProblem => ({field, message});
