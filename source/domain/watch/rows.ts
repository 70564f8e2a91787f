import {isSame, spellingOf} from '../body/compare.ts';
import type {BodyValue, Place, PlacedCredential} from '../credential.ts';
import type {FieldAnswer} from '../field-values.ts';
import {bodyName, fieldsOf} from '../fields.ts';
import type {ManifestRow} from '../manifest.ts';
import type {Problem} from '../problem.ts';
import {providerOfSlug} from '../providers/find-providers.ts';
import {visible} from '../text.ts';
import {type Attention, type AttentionCode, subjectOf} from './attention.ts';
import {type FindStored, isAmong, isSamePlace, keyOf, targetOf} from './targets.ts';

/** A row of a manifest with the team that it means, or why that is not known; `isLooked`: the teams could be looked at. */
export type TeamRow = {readonly row: ManifestRow} & (
	| {readonly teamId: string; readonly teamName?: string}
	| {readonly problem: Problem; readonly isLooked: boolean}
);

/** Where rows stand, and what was read. */
export type RowsWatched = {
	/** What the manifest is called. */
	readonly file: string;
	readonly rows: readonly TeamRow[];
	readonly credentials: readonly PlacedCredential[];
	readonly find: FindStored;
	/** The places of which all was read. */
	readonly whole: readonly Place[];
};

/** What is stored and no row names, what a row names and is not stored, and where the two differ. */
export const betweenRows = (watched: RowsWatched): readonly Attention[] => [
	...watched.rows.flatMap(one => rowAttention(one, watched)),
	...unmanaged(watched),
];

function rowAttention(one: TeamRow, {file, find, whole}: RowsWatched): readonly Attention[] {
	const {row} = one;
	const {place, provider} = row;
	const line = `Line ${row.at.line} of ${file}`;
	const subject = {environment: place.environment, region: place.region, provider};
	if ('problem' in one) {
		const {message, advice} = one.problem;
		return [
			{
				...subject,
				code: one.isLooked ? 'team-not-found' : 'team-unknown',
				severity: one.isLooked ? 'medium' : 'unknown',
				message: `${line} names a team that was not found. ${message}`,
				advice,
			},
		];
	}
	const {teamId, teamName} = one;
	const stored = find({place, teamId, provider});
	if (stored) return differences(row, stored, line);
	if (!isAmong(whole, place)) return [];
	return [
		{
			...subject,
			team: teamId,
			...(teamName === undefined ? {} : {teamName}),
			code: 'not-stored',
			severity: 'medium',
			message: `${line} asks for it, and nothing is stored.`,
			advice: 'Apply the manifest, or take the row out: byoo plan shows what applying it does.',
		},
	];
}

function differences(row: ManifestRow, placed: PlacedCredential, line: string): readonly Attention[] {
	const provider = providerOfSlug(row.provider);
	return fieldsOf(provider).flatMap((field): readonly Attention[] => {
		const watched = watchedFields.get(bodyName(field));
		const answer = row.answers[field.id];
		const stored = placed.stored.values[bodyName(field)] ?? null;
		if (!watched || !answer || isSame(given(answer), stored, spellingOf(field, provider))) return [];
		return [
			{
				...subjectOf(placed),
				code: watched.code,
				severity: 'medium',
				message: `${line} has the ${watched.name} ${shown(given(answer))}, and stored is ${shown(stored)}.`,
				advice: 'Find out which is meant: byoo plan shows what applying the manifest changes.',
			},
		];
	});
}

const watchedFields: ReadonlyMap<string, {readonly code: AttentionCode; readonly name: string}> = new Map([
	['client_id', {code: 'client-id-differs', name: 'client ID'}],
	['redirect_url_override', {code: 'override-differs', name: 'override'}],
]);

const given = (answer: FieldAnswer): BodyValue => (answer.kind === 'given' ? answer.value : null);

const shown = (value: BodyValue): string =>
	typeof value === 'string' && value !== '' ? visible(value) : 'none';

/** Where a row's team is not known, it may be any that is stored there. */
function unmanaged({file, rows, credentials}: RowsWatched): readonly Attention[] {
	const named = new Set(
		rows.flatMap(one => {
			const {place, provider} = one.row;
			return 'teamId' in one ? [keyOf({place, teamId: one.teamId, provider})] : [];
		}),
	);
	const open = rows.flatMap(one => ('problem' in one && !one.isLooked ? [one.row] : []));
	return credentials
		.filter(placed => !named.has(keyOf(targetOf(placed))))
		.filter(
			({place, stored}) =>
				!open.some(row => row.provider === stored.provider && isSamePlace(row.place, place)),
		)
		.map(placed => ({
			...subjectOf(placed),
			code: 'unmanaged',
			severity: 'low',
			message: `No row of ${file} names it.`,
			advice: 'Add a row for it, which byoo export writes, or delete it.',
		}));
}
