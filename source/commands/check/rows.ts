import {secretsOfAnswers} from '../../domain/body/secrets-of.ts';
import type {PlacedCredential} from '../../domain/credential.ts';
import type {FieldAnswers} from '../../domain/field-values.ts';
import type {Manifest, ManifestRow} from '../../domain/manifest.ts';
import type {Before} from '../../domain/outcome.ts';
import type {PlannedSave} from '../../domain/plan.ts';
import {planSave} from '../../domain/plan-save.ts';
import {failure, type Problem, type Result, sentencesOf, success} from '../../domain/problem.ts';
import {pairCheckOf} from '../../domain/proof/pair-checks.ts';
import {notOfferedWords} from '../../domain/proof/pair-finding.ts';
import {providerOfSlug} from '../../domain/providers/find-providers.ts';
import {teamIdOf} from '../../domain/team-choice.ts';
import {byRow} from '../../domain/values/same.ts';
import type {Attention, Subject} from '../../domain/watch/attention.ts';
import {proofAttention} from '../../domain/watch/proofs.ts';
import {betweenRows, type TeamRow} from '../../domain/watch/rows.ts';
import {type FindStored, finderIn, isAmong} from '../../domain/watch/targets.ts';
import {finderIn as teamFinderIn} from '../../operations/team-index.ts';
import {manifestWarningLines} from '../../output/warnings.ts';
import type {TargetFlags} from '../flags/target-flags.ts';
import {resolveSecrets, variablesOf} from '../manifest-secrets.ts';
import {fileName, firstOf, refusedRows} from '../manifest-source.ts';
import {tryPairs} from '../shared/live-check.ts';
import type {Access} from '../shared/organization-access.ts';
import type {Context} from '../shared/scripted.ts';
import type {StoredCredentials} from '../stored-credentials.ts';

/** The rows of a manifest that the flags leave, and their answers with all secrets where these are to be tried. */
export type Resolved = {
	readonly rows: readonly ManifestRow[];
	readonly answers?: ReadonlyMap<ManifestRow, FieldAnswers>;
};

/** Leaves the rows that the flags are about. Their secrets are fetched with `--live-check`, and else left alone. */
export async function fetchSecrets(
	context: Context,
	flags: TargetFlags,
	manifest: Manifest,
): Promise<Result<Resolved>> {
	const {values, operands, secrets, voice} = context;
	const rows = manifest.rows.filter(row => isAbout(row, flags));
	if (!values['live-check']) return success({rows});
	const resolution = await resolveSecrets(context, rows, variablesOf(manifest.rows));
	if (!resolution.ok) return failure(refusedRows(operands[0] ?? '', resolution.problems));
	for (const {answers} of resolution.rows) {
		for (const secret of secretsOfAnswers(answers)) secrets.add(secret);
	}
	voice.note(...firstOf(manifestWarningLines(resolution.warnings)));
	return success({rows, answers: new Map(resolution.rows.map(({row, answers}) => [row, answers]))});
}

/** Whose team a row is of is only known for certain where both are IDs. */
function isAbout({place, provider, team}: ManifestRow, flags: TargetFlags): boolean {
	const [named, own] = [teamIdOf(flags.team ?? ''), teamIdOf(team)];
	return (
		place.environment === (flags.environment ?? place.environment) &&
		place.region === (flags.region ?? place.region) &&
		provider === (flags.provider?.slug ?? provider) &&
		(named === undefined || own === undefined || named === own)
	);
}

type RowsChecked = {
	readonly attention: readonly Attention[];
	/** What is stored and a row names. */
	readonly managed: readonly PlacedCredential[];
};

/** What a manifest and what is stored have to say of each other, and of the pairs where they are to be tried. */
export async function rowAttention(
	context: Context,
	{access}: {readonly access: Access},
	{rows, answers}: Resolved,
	read: StoredCredentials,
): Promise<RowsChecked> {
	const {credentials, wholePlaces: whole} = read;
	const find = finderIn(credentials);
	const ofTeams = teamRowsOf(rows, read);
	const file = fileName(context.operands[0] ?? '');
	return {
		attention: [
			...betweenRows({file, rows: ofTeams, credentials, find, whole}),
			...(answers ? await pairAttention(context, access, planned(ofTeams, answers, find, read)) : []),
		],
		managed: ofTeams.flatMap(one => storedOf(one, find) ?? []),
	};
}

/** Each row with its team. Where one team was named, the rows of others are left out. */
function teamRowsOf(rows: readonly ManifestRow[], {teams, teamId}: StoredCredentials): readonly TeamRow[] {
	const find = teamFinderIn(teams);
	const ofTeams = rows.map((row): TeamRow => {
		const found = find(row.team, row.place.region);
		if (!found.ok) return {row, problem: found.problem, isLooked: teams !== undefined};
		const {id, name} = found.value;
		return {row, teamId: id, ...(name === undefined ? {} : {teamName: name})};
	});
	if (teamId === undefined) return ofTeams;
	return ofTeams.filter(one =>
		'teamId' in one ? one.teamId.toLowerCase() === teamId.toLowerCase() : !one.isLooked,
	);
}

const storedOf = (one: TeamRow, find: FindStored): PlacedCredential | undefined =>
	'teamId' in one ? find({...one.row, teamId: one.teamId}) : undefined;

/** A row as a save would be, or why nobody can tell. */
type Planned = {readonly subject: Subject; readonly plan: Result<PlannedSave>};

const planned = (
	rows: readonly TeamRow[],
	answers: ReadonlyMap<ManifestRow, FieldAnswers>,
	find: FindStored,
	{wholePlaces}: StoredCredentials,
): readonly Planned[] =>
	rows.flatMap(one => {
		if (!('teamId' in one)) return [];
		const {row, teamId, teamName} = one;
		const {place} = row;
		const stored = storedOf(one, find)?.stored;
		const before: Before = stored || isAmong(wholePlaces, place) ? success(stored) : failure(unread);
		const wanted = {
			place,
			teamId,
			teamName,
			provider: providerOfSlug(row.provider),
			answers: answers.get(row) ?? {},
			exactly: byRow(row.exact ?? []),
		};
		const {environment, region} = place;
		const subject = {
			team: teamId,
			...(teamName === undefined ? {} : {teamName}),
			...{environment, region, provider: row.provider},
		};
		return [{subject, plan: planSave(wanted, before)}];
	});

const unread: Problem = {
	kind: 'unavailable',
	message: 'What is stored could not be read in full.',
	advice: 'Run it again.',
};

async function pairAttention(
	context: Context,
	access: Access,
	rows: readonly Planned[],
): Promise<readonly Attention[]> {
	const saves = rows.flatMap(({plan}) => (plan.ok ? [plan.value] : []));
	const slugs = new Set(saves.map(({credential}) => credential.provider));
	const untriable = [...slugs].map(providerOfSlug).filter(provider => !pairCheckOf(provider));
	context.voice.note(...untriable.map(({name}) => notOfferedWords(name)));
	const proofs = await tryPairs(context, access, saves);
	return rows.flatMap(({subject, plan}) => {
		if (!plan.ok)
			return proofAttention(subject, 'pair', {verdict: 'unknown', message: sentencesOf(plan.problem)});
		const seen = proofs.get(plan.value);
		return [
			...proofAttention(subject, 'pair', seen?.pair),
			// What a provider says of the consent is of the application.
			...proofAttention(subject, 'application', seen?.consent),
		];
	});
}
