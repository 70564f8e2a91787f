import type {Place, PlacedCredential, StoredCredential} from '../domain/credential.ts';
import {uuid} from '../domain/field-values.ts';
import {isProductionConfirmed} from '../domain/permission.ts';
import type {Listing, Removal} from '../domain/ports.ts';
import {
	type FieldProblem,
	failure,
	isForbidden,
	type Problem,
	type Result,
	success,
} from '../domain/problem.ts';
import {clean, visible} from '../domain/text.ts';
import {findTeam} from '../operations/find-team.ts';
import {incompletely} from '../operations/read-before.ts';
import {removeCredentials} from '../operations/remove-credentials.ts';
import {dryRunLines, shownRemoval} from '../output/dry-run.ts';
import {failMissing, type Missing} from './flags/missing.ts';
import {required} from './flags/required.ts';
import {readTargetFlags, type TargetFlags} from './flags/target-flags.ts';
import {exitCodes} from './shared/exit-codes.ts';
import {type Access, openApi} from './shared/organization-access.ts';
import {permissionFrom} from './shared/permissions.ts';
import {badFlags, type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/** `byoo delete`: credentials by their IDs, or the one of a team and provider. Never without `--yes`. */
export const remove: Run = (argv, terminal) => scripted('delete', argv, terminal, run);

/** What is to be deleted: those that were found, and those that are not there. */
type Doomed = {
	readonly found: readonly PlacedCredential[];
	/** IDs that cannot be looked up, since nothing can be read here. */
	readonly unseen: readonly string[];
	readonly notFound: readonly string[];
};

async function run(context: Context): Promise<number> {
	const {values, voice} = context;
	const problems: FieldProblem[] = [];
	const flags = readTargetFlags(values, problems, 'key');
	const ids = readIds(values.id ?? [], problems);
	if (ids.length > 0 && (values.team !== undefined || values.provider !== undefined)) {
		problems.push({field: 'id', message: 'Give either --id, or --team and --provider.'});
	}
	if (problems.length > 0) return voice.fail(badFlags(problems));
	const needed = required(context, flags, ['org', 'env', 'region'], {
		also: ids.length > 0 ? [] : ['team', 'provider'],
		told: missing => missing.map(orById),
	});
	if (!needed.ok) return failMissing(context, needed.missing);
	const access = await openApi(context, needed.flags);
	if (!access.ok) return voice.fail(access.problem);
	const {environment, region} = needed.flags;
	const place = {environment, region};
	const doomed = await find(context, access.value, place, flags, ids);
	if (!doomed.ok) return voice.fail(doomed.problem);
	return removeThem(context, access.value, place, doomed.value);
}

function readIds(given: readonly string[], problems: FieldProblem[]): readonly string[] {
	const read = given.map(text => uuid.safeParse(text).data);
	if (read.includes(undefined)) {
		problems.push({field: 'id', message: '--id takes the ID of a credential, as byoo list --json shows it.'});
	}
	return [...new Set(read.filter(id => id !== undefined))];
}

const orById = (missing: Missing): Missing =>
	missing.flag === 'team'
		? {...missing, what: `${missing.what}; or --id ID in place of team and provider`}
		: missing;

async function find(
	{signal}: Context,
	{api}: Access,
	place: Place,
	{team, provider, region}: TargetFlags,
	ids: readonly string[],
): Promise<Result<Doomed>> {
	if (team === undefined || !provider) {
		const listing = await api.credentials(place, undefined, {signal});
		if (!listing.ok) return blind(place, ids, byTeam(listing.problem));
		return success(byIds(place, ids, listing.value));
	}
	const found = await findTeam(api, team, region, {signal});
	if (!found.ok) return found;
	const {id, name} = found.value;
	const listing = await api.credentials(place, id, {signal});
	if (!listing.ok) return listing;
	const {rows, warning} = listing.value;
	const stored = rows.filter(row => row.provider === provider.slug);
	if (stored.length === 0 && warning !== undefined)
		return failure({...incompletely(warning), advice: 'Give the ID of the credential with --id.'});
	const named = name === undefined ? {} : {teamName: name};
	return success({
		found: stored.map(one => ({place, stored: one, ...named})),
		unseen: [],
		notFound: stored.length > 0 ? [] : [`${id}/${provider.slug}`],
	});
}

function byIds(place: Place, ids: readonly string[], {rows, warning}: Listing<StoredCredential>): Doomed {
	const stored = rows.filter(({id}) => ids.includes(id.toLowerCase()));
	const rest = ids.filter(id => !stored.some(row => row.id.toLowerCase() === id));
	const isWhole = warning === undefined;
	return {
		found: stored.map(one => ({place, stored: one})),
		unseen: isWhole ? [] : rest,
		notFound: isWhole ? rest : [],
	};
}

/** Without a look, an ID may be deleted in sandbox; in production nobody could tell whose it is. */
const blind = ({environment}: Place, ids: readonly string[], problem: Problem): Result<Doomed> =>
	environment === 'sandbox' && (problem.kind === 'unavailable' || isUnreadable(problem))
		? success({found: [], unseen: ids, notFound: []})
		: failure(problem);

/** What a management key of one team can do all the same. */
const byTeam = (problem: Problem): Problem =>
	isForbidden(problem)
		? {
				...problem,
				advice: `A team’s management key reads its own team only: give --team ID and --provider in place of --id. ${problem.advice}`,
			}
		: problem;

/** Whether the list came, and was none that anybody can read. */
const isUnreadable = ({status}: Problem): boolean => status !== undefined && status < 300;

async function removeThem(
	context: Context,
	{api, connection}: Access,
	place: Place,
	{found, unseen, notFound}: Doomed,
): Promise<number> {
	const {values, voice, signal, terminal} = context;
	const ids = [...found.map(({stored}) => stored.id), ...unseen];
	const refusal = ids.length === 0 ? undefined : refusalOf(context, place, {found, unseen, notFound});
	if (values['dry-run'] && ids.length > 0) {
		const request = shownRemoval(connection, place, ids);
		voice.data(
			() => [
				...found.map(nameOf),
				...removalLines({deleted: [], notFound, failed: []}, found),
				...dryRunLines(request),
			],
			() => ({dryRun: request}),
		);
		voice.note(
			'A dry run: nothing was deleted.',
			...(refusal ? [`${refusal.advice} Leave out --dry-run.`] : []),
		);
		return exitCodes.done;
	}
	if (refusal) return voice.fail(refusal);
	const removed =
		ids.length === 0
			? success({deleted: [], notFound: [], failed: []})
			: await removeCredentials(api, place, ids, {signal, wait: terminal.wait});
	if (!removed.ok) return voice.fail(removed.problem);
	const removal = {...removed.value, notFound: [...removed.value.notFound, ...notFound]};
	voice.receipt(
		removalLines(removal, found).join('\n'),
		() => removalLines(removal, found),
		() => removal,
	);
	if (removal.failed.length === 0) return exitCodes.done;
	voice.note(
		'The API gives no reason for what it did not delete. Try again later, or ask Junction with the IDs.',
	);
	return removal.deleted.length + removal.notFound.length === 0 ? exitCodes.failed : exitCodes.someFailed;
}

/** Deleting always needs `--yes`, and in production the ID of each team whose credential it is. */
function refusalOf({values}: Context, {environment}: Place, {found, unseen}: Doomed): Problem | undefined {
	const permission = permissionFrom(values);
	const teams = [...new Set(found.map(({stored}) => stored.teamId))];
	const unconfirmed =
		environment === 'production' ? teams.filter(id => !isProductionConfirmed(id, permission)) : [];
	const flags = [
		...(permission.isYes ? [] : ['--yes']),
		...unconfirmed.map(id => `--confirm-production ${visible(id, 60)}`),
	];
	if (environment === 'production' && unseen.length > 0) return unknownOwner;
	if (flags.length === 0) return undefined;
	return {
		kind: 'correct',
		message: 'This would delete what is named. Nothing was deleted.',
		advice: `If that is what you want, add ${flags.join(' ')}.`,
		fields: [
			...found.map(one => ({field: 'delete', message: nameOf(one)})),
			...unseen.map(id => ({field: 'delete', message: `credential ${visible(id)}`})),
		],
	};
}

const unknownOwner: Problem = {
	kind: 'correct',
	message: 'Not everything that is stored could be read, so nobody can tell whose credential this is.',
	advice: 'In production, delete it by --team and --provider. Nothing was deleted.',
	fields: [],
};

const nameOf = ({place, stored, teamName = ''}: PlacedCredential): string =>
	`${visible(stored.provider)} for ${clean(teamName) || visible(stored.teamId)} (${place.environment.toUpperCase()}, ${place.region}), credential ${visible(stored.id)}`;

function removalLines(
	{deleted, notFound, failed}: Removal,
	found: readonly PlacedCredential[],
): readonly string[] {
	const words = (id: string) => {
		const one = found.find(({stored}) => stored.id.toLowerCase() === id.toLowerCase());
		const [team = '', provider] = id.split('/');
		if (one) return nameOf(one);
		return provider === undefined ? `credential ${visible(id)}` : `${visible(provider)} for ${visible(team)}`;
	};
	return [
		...deleted.map(id => `Deleted: ${words(id)}`),
		...notFound.map(id => `Not there: ${words(id)}`),
		...failed.map(id => `Not deleted: ${words(id)}`),
	];
}
