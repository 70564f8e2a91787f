import type {FieldAnswers} from '../../domain/field-values.ts';
import {fieldsOf} from '../../domain/fields.ts';
import {type FieldProblem, failure, type Result, success} from '../../domain/problem.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {notesOnAnswers, strictlyWrong, strictWords} from '../../domain/values/answer-notes.ts';
import {byFlag, sameAnswers} from '../../domain/values/same.ts';
import {endedWarnings, type Warning} from '../../domain/warnings.ts';
import {type SecretReader, secretReader} from '../../secret-sources/secret-reader.ts';
import {exactFields} from '../flags/exact-flags.ts';
import {badFlags, type Context} from '../shared/scripted.ts';
import {clearedFields, withCleared} from './cleared-fields.ts';
import {readDetails} from './details.ts';
import {notGivenBesides, readDocument} from './document.ts';
import {about, type Given, givenOf, nothingGiven, withAll} from './given.ts';
import {secretSources} from './sources.ts';
import {type Beside, takenSecret} from './taken.ts';

/** The fields as they were given, secrets fetched; what was noticed about them, and the redirect URIs beside them. */
export type SetInputs = Given & {readonly redirectUris: readonly string[]};

/**
Reads the secret, a document and the details, each from where it is, before anything is sent. Whatever is wrong with any
of them is told at once, together with the `doubts` about flags.
*/
export async function readInputs(
	context: Context,
	provider: Provider,
	given: FieldAnswers,
	doubts: readonly FieldProblem[] = [],
): Promise<Result<SetInputs>> {
	const {values} = context;
	const reader = readerFor(context);
	const problems = [...doubts];
	const cleared = clearedFields(values, provider, problems);
	const secret = await readClientSecret(reader, provider, {values, others: given});
	const document = await readDocument(reader, provider, {values, others: given});
	const others = {...given, ...givenOf(secret).answers, ...givenOf(document).answers};
	const details = await readDetails(reader, provider, {values, others});
	const besides = {...given, ...givenOf(details).answers};
	const found = document.ok ? notGivenBesides(document.value, besides, provider, problems) : {};
	const parts = [given, givenOf(details).answers, found, cleared.answers];
	problems.push(...givenTwice(parts, cleared.answers));
	const answers: FieldAnswers = Object.assign({}, ...parts, givenOf(secret).answers);
	problems.push(...sameAnswers(provider, answers, answers, byFlag(exactFields(values, provider))));
	const notes = [
		...tidied(provider, given),
		...[secret, document, details].flatMap(one => givenOf(one).notes),
		...notesOnAnswers(provider, answers),
	];
	if (values.strict) {
		const ended = endedWarnings(provider, context.terminal.now());
		problems.push(...ended.map(({message}) => about('provider', `${message} ${strictWords}`)));
		problems.push(...strictProblems(notes, provider, exactFields(values, provider)));
	}
	const wrong = problems.length > 0 ? [failure(badFlags(problems))] : [];
	const read = withAll([...wrong, secret, document, details]);
	if (!read.ok) return read;
	return success({
		answers: withCleared(answers, cleared.otherKeys),
		notes,
		redirectUris: document.ok ? document.value.redirectUris : [],
	});
}

function readerFor({values, terminal: {stdin, environment}, signal}: Context): SecretReader {
	const environmentSecrets = [values['client-secret-env'] ?? []].flat();
	return secretReader({stdin, environment, signal, environmentSecrets});
}

const strictProblems = (...input: Parameters<typeof strictlyWrong>): readonly FieldProblem[] =>
	strictlyWrong(...input).map(({field = 'strict', message}) => about(field, `${message} ${strictWords}`));

/** What was done to the texts of flags, in words. */
const tidied = (provider: Provider, given: FieldAnswers): readonly Warning[] =>
	fieldsOf(provider).flatMap(({id, title, path}) => {
		const answer = given[id];
		const note = answer?.kind === 'given' ? answer.note : undefined;
		if (note === undefined) return [];
		return [{code: 'final-line-break-removed', message: `${title}: ${note}`, field: path.join('.')}];
	});

async function readClientSecret(
	reader: SecretReader,
	provider: Provider,
	beside: Beside,
): Promise<Result<Given>> {
	const [source] = secretSources(beside.values);
	const field = fieldsOf(provider).find(({id}) => id === 'client-secret');
	if (!source || !field) return success(nothingGiven);
	const text = await reader.read(source);
	if (!text.ok) return failure({...text.problem, message: `Client secret: ${text.problem.message}`});
	return takenSecret(text.value, field, provider, beside);
}

/** The fields that are answered by more than one part. */
function givenTwice(parts: readonly FieldAnswers[], cleared: FieldAnswers): readonly FieldProblem[] {
	const ids = parts.flatMap(part => Object.keys(part));
	const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
	return twice.map(id => {
		const how = Object.hasOwn(cleared, id) ? 'both given and cleared' : 'given more than once';
		return about(id, `${id} is ${how}.`);
	});
}
