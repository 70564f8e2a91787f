import {otherDetails, withOtherDetails} from '../domain/body/details-answers.ts';
import {opened} from '../domain/body/seal.ts';
import {type Path, placed} from '../domain/body/walk.ts';
import type {Field} from '../domain/field.ts';
import type {FieldAnswers} from '../domain/field-values.ts';
import {fieldOfPath, fieldsOf} from '../domain/fields.ts';
import type {ManifestProblem, SecretReference, SecretRow} from '../domain/manifest.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import type {Secret} from '../domain/secret.ts';
import {askedOf, secretDetail} from '../domain/values/asked.ts';
import {type SecretReader, secretReader} from '../secret-sources/secret-reader.ts';
import {takeSecret} from '../secret-sources/take-secret.ts';
import {noteLines, type SecretNote} from './secret-notes.ts';
import type {Context} from './shared/scripted.ts';

/** The rows with their secrets in their answers, or every secret that could not be fetched or is doubted. */
export type Resolution<Row extends SecretRow> =
	| {readonly ok: true; readonly rows: readonly Resolved<Row>[]; readonly notes: readonly string[]}
	| {readonly ok: false; readonly problems: readonly ManifestProblem[]};

type Resolved<Row> = {readonly row: Row; readonly answers: FieldAnswers};

/** What secrets are read with. */
export type SecretAccess = Pick<Context, 'terminal' | 'values' | 'signal'>;

/** The environment variables that hold secrets of the rows: no command gets them. */
export const variablesOf = (rows: readonly SecretRow[]): readonly string[] => [
	...new Set(
		rows.flatMap(({secrets}) =>
			secrets.flatMap(({source}) => (source.kind === 'environment' ? [source.name] : [])),
		),
	),
];

/**
Fetches the secrets of all rows before anything is sent: each command runs once, however many rows name it, and gets
none of the variables that hold secrets.
*/
export async function resolveSecrets<Row extends SecretRow>(
	{terminal, values, signal}: SecretAccess,
	rows: readonly Row[],
	environmentSecrets: readonly string[],
): Promise<Resolution<Row>> {
	const reader = secretReader({
		stdin: terminal.stdin,
		environment: terminal.environment,
		environmentSecrets,
		signal,
	});
	const problems: ManifestProblem[] = [];
	const notes: SecretNote[] = [];
	const keepsWhitespace = values['keep-whitespace'] === true;
	const resolved = await Promise.all(
		rows.map(async (row, index) => {
			let {answers} = row;
			for (const reference of row.secrets) {
				const taken = await fetched(reader, {...row, answers}, reference, keepsWhitespace);
				if (taken.ok) {
					answers = withSecret(answers, row, reference, taken.value.secret);
					const {line} = reference.at;
					notes.push(...taken.value.notes.map(({code, message}) => ({code, row: index, line, message})));
				} else {
					const {message, advice} = taken.problem;
					problems.push({...reference.at, message: `${message} ${advice}`});
				}
			}
			return {row, answers};
		}),
	);
	const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
	return problems.length > 0
		? {ok: false, problems: inOrder}
		: {ok: true, rows: resolved, notes: noteLines(notes)};
}

/** The field of the provider that has exactly this place in the body. */
const fieldOf = (provider: string, path: Path): Field | undefined =>
	fieldOfPath(path, fieldsOf(providerOfSlug(provider)));

async function fetched(
	reader: SecretReader,
	{provider, answers, exact = []}: SecretRow,
	{path, source}: SecretReference,
	keepsWhitespace: boolean,
) {
	const field = fieldOf(provider, path) ?? secretDetail(path);
	const text = await reader.read(source);
	if (!text.ok) return text;
	const how = {keepsWhitespace, isExact: exact.includes(field.id), others: answers};
	return takeSecret(text.value, {
		what: field.title,
		asked: askedOf(field, providerOfSlug(provider), how),
		exactly: `exact: [${path.join('.')}] to its row`,
	});
}

/** The answers with a secret in its place: a field of its own, or somewhere in details that no field knows. */
function withSecret(
	answers: FieldAnswers,
	{provider}: SecretRow,
	{path}: SecretReference,
	secret: Secret,
): FieldAnswers {
	const field = fieldOf(provider, path);
	if (field) return {...answers, [field.id]: {kind: 'given', value: secret}};
	const others = placed(otherDetails(answers), path.slice(1), secret);
	return withOtherDetails(answers, opened(others));
}
