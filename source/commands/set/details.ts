import {answersFromDetails, otherDetails} from '../../domain/body/details-answers.ts';
import {leavesIn, type Path} from '../../domain/body/walk.ts';
import type {Json} from '../../domain/credential.ts';
import type {Field} from '../../domain/field.ts';
import {type FieldAnswer, type FieldAnswers, problemWith} from '../../domain/field-values.ts';
import {detailName} from '../../domain/fields.ts';
import {failure, type Result, success} from '../../domain/problem.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {Secret} from '../../domain/secret.ts';
import {shownPath} from '../../domain/text.ts';
import {secretDetail} from '../../domain/values/asked.ts';
import type {Warning} from '../../domain/warnings.ts';
import {parseDetails} from '../../secret-sources/details-file.ts';
import {detailsLimit} from '../../secret-sources/read-source.ts';
import type {SecretReader} from '../../secret-sources/secret-reader.ts';
import {exactFields} from '../flags/exact-flags.ts';
import {badFlags} from '../shared/scripted.ts';
import {type Given, nothingGiven, withAll} from './given.ts';
import {fileOrInput} from './sources.ts';
import {type Beside, takenSecret, textDoubt} from './taken.ts';

/** The details of `--details-file`, every text of them looked at. */
export async function readDetails(
	reader: SecretReader,
	provider: Provider,
	beside: Beside,
): Promise<Result<Given>> {
	const source = fileOrInput(beside.values['details-file']);
	if (!source) return success(nothingGiven);
	const text = await reader.read(source, detailsLimit);
	if (!text.ok) return failure({...text.problem, message: `Details: ${text.problem.message}`});
	const object = parseDetails(text.value);
	if (!object.ok) return object;
	const {answers, problems, unknown} = answersFromDetails(provider, object.value, (field, answer) =>
		problemOf(field, answer, provider, beside),
	);
	if (problems.length > 0) return failure(badFlags(problems));
	const known = takenDetails(answers, provider, beside);
	const others = textsIn(otherDetails(answers)).map(({path, text: one}) =>
		withoutAnswers(takenSecret(one, secretDetail(path), provider, beside)),
	);
	const notes = unknown.length === 0 ? [] : [unknownDetails(provider, unknown)];
	return withAll([success({answers, notes: []}), known, ...others, success({answers: {}, notes})]);
}

/** A text is looked at as that of a flag is; what is to be taken as it comes is not looked at once more. */
function problemOf(
	field: Field,
	answer: FieldAnswer,
	provider: Provider,
	beside: Beside,
): string | undefined {
	if (answer.kind === 'empty') return problemWith(field, answer);
	const texts = [answer.value].flat().filter(text => typeof text === 'string');
	const doubts = texts.flatMap(text => textDoubt(text, field, provider, beside) ?? []);
	if (doubts.length > 0) return doubts.join(' ');
	const isExact = exactFields(beside.values, provider).includes(field.id);
	return isExact && texts.length > 0 ? undefined : problemWith(field, answer);
}

/** The secrets of the details that the catalogue knows, as the client secret is. */
const takenDetails = (answers: FieldAnswers, provider: Provider, beside: Beside): Result<Given> =>
	withAll(
		provider.details.flatMap((field): readonly Result<Given>[] => {
			const answer = answers[field.id];
			if (answer?.kind !== 'given' || !(answer.value instanceof Secret)) return [];
			return [takenSecret(answer.value.reveal(), field, provider, beside)];
		}),
	);

/** Every text of details that no field knows, any of which may be a secret; those of a list by the place of the list. */
const textsIn = (others: ReturnType<typeof otherDetails>) =>
	leavesIn(others, ['details']).flatMap(({path, value}) => textsAt(path, value));

function textsAt(path: Path, value: Json): readonly {readonly path: Path; readonly text: string}[] {
	if (typeof value === 'string') return [{path, text: value}];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values<Json>(value).flatMap(inside => textsAt(path, inside));
}

/** They are part of the details as a whole, which are sent as they came. */
const withoutAnswers = (taken: Result<Given>): Result<Given> =>
	taken.ok ? success({answers: {}, notes: taken.value.notes}) : taken;

function unknownDetails({name, details}: Provider, unknown: readonly string[]): Warning {
	const known = details.map(detailName).join(', ');
	const rest = unknown.length > 10 ? ` and ${unknown.length - 10} more` : '';
	const what = `${unknown.slice(0, 10).map(shownPath).join(', ')}${rest}`;
	const message = `${name} is not known to have ${what}; it is sent all the same. Known: ${known}.`;
	return {code: 'unknown-detail', message, field: 'details'};
}
