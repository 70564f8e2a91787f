import {
	listedFaults,
	type Manifest,
	type ManifestFaults,
	type ManifestProblem,
	type SecretRow,
} from '../domain/manifest.ts';
import {type FieldProblem, failure, type Problem, type Result, success} from '../domain/problem.ts';
import {visible} from '../domain/text.ts';
import {readManifest} from '../manifest/read-manifest.ts';
import {readSource} from '../secret-sources/read-source.ts';
import type {TargetFlags} from './flags/target-flags.ts';
import {resolveSecrets, type SecretAccess, variablesOf} from './manifest-secrets.ts';
import {takeKey, withKeyProblem} from './shared/organization-access.ts';
import {hasKey} from './shared/organization-keys.ts';
import {badFlags, type Context} from './shared/scripted.ts';

/** 10,000 long rows, and some. */
const sizeLimit = 16 * 1024 * 1024;

/**
Reads the manifest of a command, every row of it checked; where it cannot be taken, its secrets and the key are looked at
too, unless the command has no use for the secrets. Nothing is sent by this.
*/
export async function readManifestFile(
	context: Context,
	flags: TargetFlags = {},
	{needsSecrets = true}: {readonly needsSecrets?: boolean} = {},
): Promise<Result<Manifest>> {
	const {operands, values, terminal, signal} = context;
	const [file = ''] = operands;
	const {stdin, environment} = terminal;
	const source = file === '-' ? ({kind: 'stdin'} as const) : ({kind: 'file', path: file} as const);
	const text = await readSource(source, {stdin, environment, signal}, sizeLimit);
	if (!text.ok) return failure({...text.problem, message: `${fileName(file)}: ${text.problem.message}`});
	const reading = readManifest(text.value, {
		allowsLiteralSecrets: values['allow-literal-secrets'] === true,
		allowsUnknownProviders: values['allow-unknown-provider'] === true,
	});
	if (reading.ok) return success(reading.manifest);
	const rows = shardOf(reading.rows, readShard(values.shard, []));
	const faults = needsSecrets ? await withSecretFaults(context, reading, rows) : reading;
	const refusal = refusedManifest(file, faults);
	if (signal.aborted || !hasKey(values, terminal, flags.generation)) return failure(refusal);
	return failure(withKeyProblem(refusal, await takeKey(context, flags, variablesOf(reading.rows))));
}

/** The flags with the organization that the manifest is for, where it names one. */
export function withOrganization({organizationId: own}: Manifest, flags: TargetFlags): Result<TargetFlags> {
	if (own === undefined) return success(flags);
	if (flags.organizationId === undefined || flags.organizationId === own)
		return success({...flags, organizationId: own});
	const message = '--org is not the organization that the manifest is for.';
	return failure(badFlags([{field: 'org', message}]));
}

/** What is wrong with the secrets as well, so that all is told at once. */
async function withSecretFaults(
	context: SecretAccess,
	{problems, count}: ManifestFaults,
	rows: readonly SecretRow[],
): Promise<ManifestFaults> {
	const resolution = await resolveSecrets(context, rows, variablesOf(rows));
	if (resolution.ok) return {problems, count};
	return {
		problems: [...problems, ...resolution.problems].toSorted(
			(one, other) => one.line - other.line || one.column - other.column,
		),
		count: count + resolution.problems.length,
	};
}

/** What the manifest is called in a message. */
export const fileName = (file: string): string => (file === '-' ? 'standard input' : visible(file));

/** What is wrong with a manifest, each with file, line, column and path; what nobody would read is only counted. */
export function refusedManifest(file: string, {problems, count}: ManifestFaults): Problem {
	const name = fileName(file);
	const listed = problems.slice(0, listedFaults).map(({line, column, path, message}) => ({
		field: `${name}:${line}:${column}`,
		message: `${path === '' ? '' : `${path}: `}${message}`,
	}));
	const rest = count - listed.length;
	const things = count === 1 ? '1 thing' : `${count.toLocaleString('en')} things`;
	return {
		kind: 'correct',
		message: `The manifest cannot be taken: ${things} to correct. Nothing was sent.`,
		advice: 'Correct the lines that are named, then run it again.',
		fields: rest > 0 ? [...listed, {field: name, message: moreOf(rest)}] : listed,
	};
}

const moreOf = (rest: number): string => `… and ${rest.toLocaleString('en')} more`;

/** The first of many notes, and how many more there are. */
export function firstOf(notes: readonly string[]): readonly string[] {
	const rest = notes.length - listedFaults;
	return rest > 0 ? [...notes.slice(0, listedFaults), `${moreOf(rest)}.`] : notes;
}

/** The same for rows that could be read: their secrets or what is stored speak against them. */
export const refusedRows = (file: string, problems: readonly ManifestProblem[]): Problem =>
	refusedManifest(file, {problems, count: problems.length});

/** `2/8` as the second of eight parts. */
export type Shard = {readonly index: number; readonly count: number};

export function readShard(given: string | undefined, problems: FieldProblem[]): Shard | undefined {
	if (given === undefined) return undefined;
	const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(given)?.map(Number) ?? [];
	if (index && count && index <= count) return {index, count};
	problems.push({field: 'shard', message: '--shard takes a part of how many, such as 2/8.'});
	return undefined;
}

/** The rows of one part, by their place in the file: the same for everyone who reads the same file. */
export const shardOf = <Row>(rows: readonly Row[], shard: Shard | undefined): readonly Row[] =>
	shard ? rows.filter((_, index) => index % shard.count === shard.index - 1) : rows;
