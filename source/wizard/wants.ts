import {describeApi} from '../domain/api-generation.ts';
import {callbackIn} from '../domain/callback.ts';
import type {Place} from '../domain/credential.ts';
import type {Load} from '../domain/loading.ts';
import {type Before, endsJob} from '../domain/outcome.ts';
import type {Connection, RememberedOrganization} from '../domain/ports.ts';
import type {Problem} from '../domain/problem.ts';
import {memoryOf, type OrganizationAnswer} from './answers.ts';
import type {Launch} from './launch.ts';
import {application, connection, left, pair} from './proof-requests.ts';
import {connectionKey, connectionOf, keyOf} from './request-keys.ts';
import {type Given, loadUnder, type Request, type RequestKind} from './requests.ts';
import {currentStep, type Wizard} from './state.ts';
import {providerOf} from './steps.ts';
import {placeOf, plannedSave} from './submission.ts';

/** For each kind the request that the conversation has need of as it stands, if any. */
const needing: {readonly [Kind in RequestKind]: (wizard: Wizard) => Request<Kind> | undefined} = {
	demo,
	proof,
	teams,
	team,
	creation,
	stored,
	preparation,
	look,
	save,
	memory,
	check,
	pair,
	application,
	connection,
	left,
	report,
};

export const requestKinds = Object.keys(needing) as readonly RequestKind[];

/**
What the conversation needs of the world as it stands, at most one request of each kind: what is read while the person
goes on, what the current step waits for, and what is to be written.
*/
export const needs = (wizard: Wizard): readonly Request[] =>
	Object.values(needing).flatMap(need => need(wizard) ?? []);

/** What is needed and has not come yet. */
export const wants = (wizard: Wizard): readonly Request[] =>
	needs(wizard).filter(({kind, key}) => {
		const known = wizard.loads[kind];
		return known?.key !== key || known.load.status === 'loading';
	});

/** What came of a kind, of what is needed now. */
export function loaded<Kind extends RequestKind>(wizard: Wizard, kind: Kind): Load<Given<Kind>> {
	return loadUnder(wizard.loads, kind, needing[kind](wizard)?.key);
}

/** What is stored as review shows it; undefined until it was looked at. */
export function beforeOf(wizard: Wizard): Before | undefined {
	const look = loaded(wizard, 'look');
	return wizard.changedMeanwhile ?? (look.status === 'loaded' ? look.value.before : undefined);
}

/** Why nothing may be sent, whatever is answered: what is stored could not be read, and that can be mended. */
export const obstacleIn = (before: Before | undefined): Problem | undefined =>
	before && !before.ok && endsJob(before.problem) ? before.problem : undefined;

function demo(wizard: Wizard): Request<'demo'> | undefined {
	return wizard.isDemoWanted && !wizard.demo ? {kind: 'demo', key: keyOf(wizard, 'demo')} : undefined;
}

/** Where the key of an API generation is sent. The demo has its own address, and a flag may name one. */
export const urlFor = (
	organization: OrganizationAnswer,
	{apiUrl}: Launch,
	generation: Connection['generation'],
): string =>
	organization.isDemo && organization.api ? organization.api.url : (apiUrl ?? describeApi(generation).url);

function proof(wizard: Wizard): Request<'proof'> | undefined {
	const {keyEntry, answers, launch, keyCount} = wizard;
	const {organization} = answers;
	if (typeof keyEntry !== 'object' || !organization || currentStep(wizard) !== 'organization-key')
		return undefined;
	const {generation, secret} = keyEntry;
	const url = urlFor(organization, launch, generation);
	const connection = {generation, url, organizationId: organization.id, key: secret};
	return {kind: 'proof', key: keyOf(wizard, 'proof', keyCount, generation, url, organization.id), connection};
}

/** All teams, read as soon as there is a key. */
function teams(wizard: Wizard): Request<'teams'> | undefined {
	const connection = connectionOf(wizard);
	return connection && {kind: 'teams', key: keyOf(wizard, 'teams', connectionKey(wizard)), connection};
}

/** The team whose ID was given, where neither organization nor list could tell of it. */
function team(wizard: Wizard): Request<'team'> | undefined {
	const connection = connectionOf(wizard);
	const {teamEntry} = wizard;
	if (!connection || typeof teamEntry !== 'object' || currentStep(wizard) !== 'team') return undefined;
	const {id: teamId} = teamEntry;
	return {kind: 'team', key: keyOf(wizard, 'team', connectionKey(wizard), teamId), connection, teamId};
}

/** The team that a person wants to have, sent once. */
function creation(wizard: Wizard): Request<'creation'> | undefined {
	const connection = connectionOf(wizard);
	const {phase} = wizard;
	if (!connection || phase.status !== 'creating') return undefined;
	const {team: wanted, doubt} = phase;
	const key = keyOf(wizard, 'creation', connectionKey(wizard), wanted.id);
	return {kind: 'creation', key, connection, team: wanted, ...(doubt ? {doubt} : {})};
}

/** What is stored for the team, read as soon as it is chosen and again after each save. */
function stored(wizard: Wizard): Request<'stored'> | undefined {
	const connection = connectionOf(wizard);
	const place = placeOf(wizard.answers);
	const teamId = wizard.answers.team?.id;
	if (!connection || !place || teamId === undefined) return undefined;
	const saves = wizard.phase.status === 'done' ? `after ${wizard.attempt}` : '';
	const key = keyOf(wizard, 'stored', connectionKey(wizard), placeKey(place), teamId, saves);
	return {kind: 'stored', key, connection, place, teamId};
}

/** What the requests about one team and provider share. */
function targetOf(wizard: Wizard, provider = wizard.answers.provider?.slug) {
	const connection = connectionOf(wizard);
	const place = placeOf(wizard.answers);
	const {team} = wizard.answers;
	if (!connection || !place || !team || provider === undefined) return undefined;
	return {
		target: {connection, place, teamId: team.id, provider},
		key: [connectionKey(wizard), placeKey(place), team.id, provider].join(' '),
	};
}

/** Wanted by its step, and already where the pointer rests on the provider, so that the step opens at once. */
function preparation(wizard: Wizard): Request<'preparation'> | undefined {
	const {considering} = wizard;
	if (considering === undefined && currentStep(wizard) !== 'register') return undefined;
	const found = targetOf(wizard, considering);
	return found && {kind: 'preparation', key: keyOf(wizard, 'preparation', found.key), ...found.target};
}

/** Taken anew each time that review is reached, and kept while the credential is sent. */
function look(wizard: Wizard): Request<'look'> | undefined {
	if (currentStep(wizard) !== 'review' || wizard.phase.status === 'done') return undefined;
	const found = targetOf(wizard);
	if (!found) return undefined;
	const {environment, region} = found.target.place;
	const hasTwin = providerOf(wizard.answers)?.separateEnvironments !== undefined;
	const twin = {environment: environment === 'sandbox' ? 'production' : 'sandbox', region} as const;
	const key = keyOf(wizard, 'look', found.key);
	return {kind: 'look', key, ...found.target, ...(hasTwin ? {twin} : {})};
}

function save(wizard: Wizard): Request<'save'> | undefined {
	if (wizard.phase.status !== 'submitting') return undefined;
	const connection = connectionOf(wizard);
	const before = beforeOf(wizard);
	const planned = before && plannedSave(wizard.answers, before);
	if (!connection || !planned || obstacleIn(before)) return undefined;
	return {kind: 'save', key: keyOf(wizard, 'save', wizard.attempt), connection, planned};
}

/** The target as it settles, so that a run that was killed goes on where it was. */
function memory(wizard: Wizard): Request<'memory'> | undefined {
	const organization = memoryOf(wizard.answers, '');
	return organization && {kind: 'memory', key: memoryKey(organization), organization};
}

function check(wizard: Wizard): Request<'check'> | undefined {
	const {checking: address, answers} = wizard;
	const place = placeOf(answers);
	if (address === undefined || !place) return undefined;
	const target = {...place, callback: callbackIn(answers.register?.steps)};
	return {kind: 'check', key: keyOf(wizard, 'check', address), address, target};
}

/** One for each time that it is asked for, and one unasked where a flag names the file; anew where more was proved. */
function report(wizard: Wizard): Request<'report'> | undefined {
	const {phase, reports, attempt, launch, proofs} = wizard;
	const count = reports + (launch.reportFile === undefined ? 0 : 1);
	return phase.status === 'done' && count > 0
		? {kind: 'report', key: keyOf(wizard, 'report', attempt, count, ...verdictsIn(proofs))}
		: undefined;
}

const placeKey = ({environment, region}: Place): string => `${environment}/${region}`;

const memoryKey = ({id, url, environment, region, team, provider}: RememberedOrganization): string =>
	['memory', url, id, environment, region, team?.id, provider].join(' ');

const verdictsIn = ({consent, pair: known, application: seen, connection: tried}: Wizard['proofs']) =>
	[known, consent, seen, tried].map(finding => finding?.verdict ?? 'not-tried');
