import type {Place} from './credential.ts';
import type {FieldId} from './field.ts';
import type {FieldAnswers} from './field-values.ts';
import type {SecretSource} from './secret-source.ts';

/** A manifest holds so many rows at most. */
export const rowLimit = 10_000;

/** Where a value stands: line and column count from 1; the path is as in `credentials[2].client_secret`. */
export type Position = {readonly line: number; readonly column: number; readonly path: string};

/** Something wrong with a manifest. The value itself is never part of the message: it may be a secret. */
export type ManifestProblem = Position & {readonly message: string};

/** A secret of a row that is still to be fetched. `path` is its place in the request body. */
export type SecretReference = {
	readonly path: readonly string[];
	readonly source: SecretSource;
	readonly at: Position;
};

/**
One credential as a manifest asks for it. Of `answers`, `empty` clears a field (null in the file) and absence keeps
what is stored. Details that no field of the provider knows are in `details`, as the text of a JSON object.
*/
export type ManifestRow = {
	readonly at: Position;
	/** An ID or a name. */
	readonly team: string;
	readonly place: Place;
	readonly provider: string;
	readonly answers: FieldAnswers;
	readonly secrets: readonly SecretReference[];
	/** The fields whose values are taken exactly as they come. */
	readonly exact?: readonly FieldId[];
};

/** As much of a row as its secrets need to be looked at, where the row itself may not be taken. */
export type SecretRow = Pick<ManifestRow, 'at' | 'provider' | 'answers' | 'secrets' | 'exact'>;

export type Manifest = {readonly organizationId?: string; readonly rows: readonly ManifestRow[]};

/** So many faults of a manifest are told, which is more than anybody reads at once; the rest is counted. */
export const listedFaults = 100;

/** What is wrong with a manifest, in the order of the file. `count` is all of it, of which the first are listed. */
export type ManifestFaults = {readonly problems: readonly ManifestProblem[]; readonly count: number};

/** A manifest as read; or what is wrong with it, and its rows as far as they could be read, none of them left out. */
export type ManifestReading =
	| {readonly ok: true; readonly manifest: Manifest}
	| ({readonly ok: false; readonly rows: readonly SecretRow[]} & ManifestFaults);
