import type {ApiGeneration} from '../domain/api-generation.ts';
import {type Environment, isStoredFor, type Region, type StoredCredential} from '../domain/credential.ts';
import type {FieldId} from '../domain/field.ts';
import type {FieldAnswer} from '../domain/field-values.ts';
import type {PreparationStep, RememberedOrganization} from '../domain/ports.ts';
import type {Secret} from '../domain/secret.ts';

/** Which organization, and at which address of the API where that is settled already. */
export type OrganizationAnswer = {
	readonly id: string;
	readonly name?: string;
	readonly api?: {readonly generation: ApiGeneration; readonly url: string};
	readonly isDemo: boolean;
	readonly remembered?: RememberedOrganization;
};

/** A key that the API was asked about. `note` says what the API did not tell, or that the organization ends soon. */
export type KeyAnswer = {
	readonly secret: Secret;
	/** The organization it was proved for. */
	readonly organizationId: string;
	readonly generation: ApiGeneration;
	readonly url: string;
	readonly organizationName?: string;
	/** It may not read the organization (403): probably a management key of one team, which that team proves. */
	readonly mayBeOfTeam?: true;
	readonly note?: string;
};

/** `note` says what the API did not tell of it. */
export type TeamAnswer = {readonly id: string; readonly name?: string; readonly note?: string};

/** `isAccepted`: the person was told that own OAuth does not apply, and goes on. */
export type ProviderAnswer = {readonly slug: string; readonly isAccepted?: boolean};

/**
What was to be registered at the provider. `note` says why the API named nothing although something may be
needed; the values are kept, because a redirect check compares with them.
*/
export type RegisterAnswer = {
	readonly steps: readonly PreparationStep[];
	readonly note?: string;
	/** How many steps at the provider's portal there are, and how many were done when the person went on. */
	readonly progress?: {readonly done: number; readonly of: number};
};

type TargetAnswers = {
	readonly organization?: OrganizationAnswer;
	readonly 'organization-key'?: KeyAnswer;
	readonly environment?: Environment;
	readonly region?: Region;
	readonly team?: TeamAnswer;
	readonly provider?: ProviderAnswer;
	readonly register?: RegisterAnswer;
};

export type TargetStepId = keyof TargetAnswers;
export type StepId = TargetStepId | FieldId;

/** What was answered, by step. A step without an answer is missing. */
export type Answers = TargetAnswers & {readonly [id in FieldId]?: FieldAnswer};

/** One step with its answer, for each kind of step. */
export type Answered =
	| {
			[Id in TargetStepId]-?: {readonly step: Id; readonly answer: NonNullable<TargetAnswers[Id]>};
	  }[TargetStepId]
	| FieldAnswered;

/** A field with its answer. */
export type FieldAnswered = {readonly step: FieldId; readonly answer: FieldAnswer};

/** The answers of these steps only. */
export const pick = (answers: Answers, ids: readonly StepId[]): Answers =>
	filtered(answers, id => ids.includes(id));

/** The answers of all steps but these. */
export const omit = (answers: Answers, ids: readonly StepId[]): Answers =>
	filtered(answers, id => !ids.includes(id));

const filtered = (answers: Answers, isKept: (id: StepId) => boolean): Answers =>
	Object.fromEntries(Object.entries(answers).filter(([id]) => isKept(id as StepId))) as Answers;

/** Whether the stored credential is one of the team and provider that the answers mean. */
export const isOfTarget = (stored: StoredCredential, {team, provider}: Answers): boolean =>
	isStoredFor(stored, team?.id, provider?.slug);

/** What a remembered organization offers again: the cursor starts there, nothing is answered by it. */
export const draftsFrom = (remembered: RememberedOrganization | undefined): Answers => ({
	...(remembered?.environment ? {environment: remembered.environment} : {}),
	...(remembered?.region ? {region: remembered.region} : {}),
	...(remembered?.team ? {team: remembered.team} : {}),
	...(remembered?.provider ? {provider: {slug: remembered.provider}} : {}),
});

/**
What is worth remembering of the answers so far, at an ISO 8601 time; undefined while no key was accepted,
and always for the demo. What is not answered yet keeps what was remembered. Never a secret.
*/
export function memoryOf(answers: Answers, now: string): RememberedOrganization | undefined {
	const {organization, 'organization-key': key, environment, region, team, provider} = answers;
	if (!organization || !key || organization.isDemo) return undefined;
	const name = key.organizationName ?? organization.name;
	return {
		...organization.remembered,
		id: organization.id,
		...(name === undefined ? {} : {name}),
		generation: key.generation,
		url: key.url,
		...(environment ? {environment} : {}),
		...(region ? {region} : {}),
		...(team ? {team: teamToRemember(team)} : {}),
		...(provider ? {provider: provider.slug} : {}),
		lastUsed: now,
	};
}

const teamToRemember = ({id, name}: TeamAnswer): NonNullable<RememberedOrganization['team']> =>
	name === undefined ? {id} : {id, name};
