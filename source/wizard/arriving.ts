import type {Organization} from '../domain/credential.ts';
import {type Load, loadOf} from '../domain/loading.ts';
import type {SaveOutcome} from '../domain/outcome.ts';
import {isForbidden, type Problem, type Result, sentencesOf} from '../domain/problem.ts';
import type {Finding} from '../domain/proof/finding.ts';
import type {ApplicationProof, ConnectionProof} from '../domain/proof/ports.ts';
import {clean} from '../domain/text.ts';
import {answered, keyRefused, reopen} from './answering.ts';
import type {Answers, KeyAnswer} from './answers.ts';
import {isConsidering, notConsidered} from './considering.ts';
import {type Arrival, loadUnder, type RequestKind} from './requests.ts';
import {asking, type Refusals, type Wizard, type WizardEvent} from './state.ts';
import {stepsFor} from './steps.ts';
import {creationEnded, isListAwaited, teamProved, withMadeListed} from './team-step.ts';
import {needs} from './wants.ts';

type Arrived = Extract<WizardEvent, {type: 'arrived'}>;
type Told = Extract<WizardEvent, {type: 'told'}>;

const isNeeded = (wizard: Wizard, kind: RequestKind, key: string): boolean =>
	needs(wizard).some(request => request.kind === kind && request.key === key);

/** How far a request is, for the person who waits. Of one that was answered it is told no more. */
export function told(wizard: Wizard, {kind, key, waiting, soFar, progress, connecting}: Told): Wizard {
	if (!isNeeded(wizard, kind, key)) return wizard;
	if (progress) return {...wizard, phase: {status: 'submitting', progress}};
	if (connecting) return {...wizard, connecting};
	if (waiting && kind === 'preparation' && isConsidering(wizard)) return notConsidered(wizard);
	const before = loadUnder(wizard.loads, kind, key);
	if (before.status !== 'loading') return wizard;
	const known = soFar ?? before.soFar;
	const load: Load<unknown> = {
		status: 'loading',
		...(waiting && {waiting}),
		...(known !== undefined && {soFar: known}),
	};
	return {...wizard, loads: {...wizard.loads, [kind]: {key, load}}};
}

/** What came back, and what it changes at once. An answer that nobody waits for any more changes nothing. */
export function arrived(wizard: Wizard, event: Arrived): Wizard {
	if (!isNeeded(wizard, event.kind, event.key)) return wizard;
	return changedBy(withLoad(wizard, event), event);
}

const withLoad = (wizard: Wizard, {kind, key, result}: Arrival): Wizard => ({
	...wizard,
	loads: {...wizard.loads, [kind]: {key, load: loadOf<unknown>(result)}},
});

function changedBy(wizard: Wizard, event: Arrived): Wizard {
	switch (event.kind) {
		case 'demo':
			return event.result.ok ? {...wizard, demo: event.result.value, isDemoWanted: false} : wizard;
		case 'proof':
			return proved(wizard, event.result, event.at);
		case 'team':
			return isListAwaited(wizard) ? wizard : teamProved(wizard, event.result);
		case 'teams':
			return withMadeListed(wizard);
		case 'creation':
			return event.result.ok ? creationEnded(wizard, event.result.value) : wizard;
		case 'preparation':
			return preparationRead(wizard, event.result);
		case 'look':
			return afterKeyRefusedIn(event.result.ok ? event.result.value.before : event.result, wizard);
		case 'save':
			return event.result.ok ? saveEnded(wizard, event.result.value) : wizard;
		case 'pair':
			return event.result.ok ? withFinding(wizard, event.result.value) : wizard;
		case 'application':
			return event.result.ok ? withProof(wizard, event.result.value) : wizard;
		case 'connection':
			return event.result.ok ? withProof(omitConnecting(wizard), event.result.value) : wizard;
		case 'check':
			return event.result.ok && wizard.phase.status === 'done'
				? {...wizard, checked: {address: wizard.checking ?? '', outcome: event.result.value}}
				: wizard;
		default:
			return wizard;
	}
}

/** What the provider says of the pair, or of the consent alone. */
const withFinding = (wizard: Wizard, finding: Finding): Wizard => ({
	...wizard,
	proofs: {
		...wizard.proofs,
		...(wizard.proving?.proof === 'consent' ? {consent: finding} : {pair: finding}),
	},
});

/** What was proved after a save. A test user that was left stays left, whatever a later proof deletes. */
function withProof(wizard: Wizard, {notes: _, ...proof}: ApplicationProof | ConnectionProof): Wizard {
	const isLeft = wizard.proofs.isTestUserDeleted === false;
	return {...wizard, proofs: {...wizard.proofs, ...proof, ...(isLeft ? {isTestUserDeleted: false} : {})}};
}

const omitConnecting = ({connecting: _, ...wizard}: Wizard): Wizard => wizard;

function preparationRead(wizard: Wizard, result: Result<unknown>): Wizard {
	if (!isConsidering(wizard)) return afterKeyRefusedIn(result, wizard);
	return result.ok ? wizard : notConsidered(wizard);
}

/** The key is asked for again where it was refused. */
const afterKeyRefusedIn = (result: Result<unknown>, wizard: Wizard): Wizard =>
	!result.ok && result.problem.kind === 'reauthenticate'
		? keyRefused(wizard, sentencesOf(result.problem))
		: wizard;

/** The key as it was proved, or as far as this API can; refused, it is asked for. Anything else can be tried again. */
function proved(wizard: Wizard, result: Result<Organization>, now: number): Wizard {
	const {keyEntry} = wizard;
	const request = needs(wizard).find(({kind}) => kind === 'proof');
	if (typeof keyEntry !== 'object' || request?.kind !== 'proof') return wizard;
	const {generation, url, organizationId, key: secret} = request.connection;
	// What was said of a team was said of another key.
	const {team: _, ...refusals} = wizard.refusals;
	const accepted = (more: Partial<KeyAnswer>): Wizard =>
		answered(
			{...wizard, refusals},
			{
				step: 'organization-key',
				answer: {secret, generation, url, organizationId, ...more},
				isAsked: keyEntry.isAsked,
			},
		);
	if (result.ok) return accepted(described(organizationId, result.value, now));
	if (isForbidden(result.problem)) return lookedUpAnew(accepted({mayBeOfTeam: true, note: probablyOfTeam}));
	if (result.problem.kind === 'unavailable') return accepted({note: unproved});
	if (result.problem.kind !== 'reauthenticate') return wizard;
	const refused = {...wizard.refusals, 'organization-key': sentencesOf(result.problem)};
	return {...wizard, refusals: refused, keyEntry: 'by-hand'};
}

const probablyOfTeam =
	'It may not read the organization (403): probably a team’s management key. The ID of its team proves it.';

/** A team that was chosen with another key proves this one. */
function lookedUpAnew(wizard: Wizard): Wizard {
	const {team} = wizard.answers;
	if (!team) return wizard;
	return {...reopen(wizard, 'team'), teamEntry: {id: team.id, isAsked: wizard.trail.includes('team')}};
}

const unproved = 'This API does not say whose key it is. It is proved with the first request.';

const dayMilliseconds = 86_400_000;
const nearDays = 30;

/** What the API says of the organization; an end that is near is worth saying. */
function described(id: string, organization: Organization, now: number): Partial<KeyAnswer> {
	if (organization.id.toLowerCase() !== id)
		return {note: 'The API describes another organization than this one.'};
	const name = clean(organization.name ?? '');
	const days = Math.floor((Date.parse(organization.expiresAt ?? '') - now) / dayMilliseconds);
	const ends = days < 0 ? 'This organization has expired.' : `This organization expires in ${days} days.`;
	return {
		...(name === '' ? {} : {organizationName: name}),
		...(days <= nearDays ? {note: ends} : {}),
	};
}

/** What became of it: done, back to what was refused, or back to review with what happened. */
export function saveEnded(wizard: Wizard, outcome: SaveOutcome): Wizard {
	switch (outcome.kind) {
		case 'confirmed':
			return {...wizard, mayHaveArrived: false, phase: {status: 'done', outcome}};
		case 'uncertain':
			return {
				...wizard,
				mayHaveArrived: true,
				phase: {status: 'unconfirmed', problem: outcome.problem, differences: outcome.differences ?? []},
			};
		case 'changed':
			return {...wizard, changedMeanwhile: outcome.before, phase: asking};
		case 'failed': {
			const refusals = refusalsOf(outcome.problem, wizard.answers);
			const refused = stepsFor(wizard.answers)
				.map(step => step.id)
				.filter(id => refusals[id] !== undefined);
			if (refused.length === 0) return {...wizard, phase: {status: 'failed', problem: outcome.problem}};
			// The last one first, so that none is held, and settled unasked, by another one that it depends on.
			return {...refused.reduceRight(reopen, wizard), refusals};
		}
	}
}

/** The steps that a problem is about: the key for 401 and 403, else the fields it names. May be empty. */
export function refusalsOf(problem: Problem, answers: Answers): Refusals {
	if (problem.kind === 'reauthenticate') return {'organization-key': sentencesOf(problem)};
	if (problem.kind !== 'correct') return {};
	const steps = new Set<string>(stepsFor(answers).map(step => step.id));
	const named = problem.fields.filter(({field}) => steps.has(field));
	return Object.fromEntries(named.map(({field, message}) => [field, message]));
}
