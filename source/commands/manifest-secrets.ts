import {otherDetails, withOtherDetails} from '../domain/body/details-answers.ts';
import {opened} from '../domain/body/seal.ts';
import {type Path, placed} from '../domain/body/walk.ts';
import type {Field} from '../domain/field.ts';
import type {FieldAnswers} from '../domain/field-values.ts';
import {fieldOfPath, fieldsOf} from '../domain/fields.ts';
import type {ManifestProblem, Position, SecretReference, SecretRow} from '../domain/manifest.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import type {Secret} from '../domain/secret.ts';
import {shownPath} from '../domain/text.ts';
import {notesOnAnswers, strictlyWrong, strictWords} from '../domain/values/answer-notes.ts';
import {askedOf, secretDetail} from '../domain/values/asked.ts';
import {byRow, sameAnswers} from '../domain/values/same.ts';
import {endedWarnings, lifecycleWarnings, type Warning} from '../domain/warnings.ts';
import {type SecretReader, secretReader} from '../secret-sources/secret-reader.ts';
import {takeSecret} from '../secret-sources/take-secret.ts';
import type {Values} from './flags/flags.ts';
import type {Context} from './shared/scripted.ts';

/** The rows with their secrets and what is unusual about any of their values, or all that speaks against them. */
export type Resolution<Row extends SecretRow> =
	| {readonly ok: true; readonly rows: readonly Resolved<Row>[]; readonly warnings: readonly Warning[]}
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
none of the variables that hold secrets. With --strict whatever is unusual, and a provider that has ended, speaks against
the rows too.
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
	const today = terminal.now();
	const read = await Promise.all(rows.map(row => resolvedRow(reader, row, values, today)));
	const problems = read.flatMap(one => one.problems);
	const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
	return problems.length > 0
		? {ok: false, problems: inOrder}
		: {ok: true, rows: read.map(one => one.resolved), warnings: read.flatMap(one => one.warnings)};
}

type RowReading<Row> = {
	readonly resolved: Resolved<Row>;
	readonly warnings: readonly Warning[];
	readonly problems: readonly ManifestProblem[];
};

async function resolvedRow<Row extends SecretRow>(
	reader: SecretReader,
	row: Row,
	values: Values,
	today: Date,
): Promise<RowReading<Row>> {
	const problems: ManifestProblem[] = [];
	const told: Warning[] = [];
	let {answers} = row;
	for (const reference of row.secrets) {
		const {at, path} = reference;
		const taken = await fetched(reader, {...row, answers}, reference, values['keep-whitespace'] === true);
		if (taken.ok) {
			answers = withSecret(answers, row, reference, taken.value.secret);
			told.push(...taken.value.notes.map(note => ({...note, field: shownPath(path.join('.')), at})));
		} else {
			const {message, advice} = taken.problem;
			problems.push({...at, message: `${message} ${advice}`});
		}
	}
	const provider = providerOfSlug(row.provider);
	const same = sameAnswers(provider, answers, answers, byRow(row.exact ?? [])).map(({field, message}) => {
		const path =
			fieldsOf(provider)
				.find(({id}) => id === field)
				?.path.join('.') ?? field;
		return {...placeOf(row, path), message};
	});
	problems.push(...same);
	const unusual = notesOnAnswers(provider, answers).map(note => ({...note, at: placeOf(row, note.field)}));
	const inRow = {at: placeOf(row, 'provider')};
	const ending = lifecycleWarnings(provider, today).map(warning => ({...warning, ...inRow}));
	const wrong = values.strict
		? [
				...endedWarnings(provider, today).map(warning => ({...warning, ...inRow})),
				...strictlyWrong([...told, ...unusual], provider, row.exact ?? []),
			]
		: [];
	const errors = wrong.map(({at, message}) => ({...(at ?? row.at), message: `${message} ${strictWords}`}));
	const warnings = [...told, ...unusual, ...ending];
	return {resolved: {row, answers}, warnings, problems: [...problems, ...errors]};
}

/** Where the value of a field stands: at its reference, or somewhere in its row. */
function placeOf({at, secrets}: SecretRow, field = ''): Position {
	const reference = secrets.find(({path}) => path.join('.') === field);
	return reference?.at ?? {...at, path: `${at.path}.${field}`};
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
