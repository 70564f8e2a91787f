import type {Place} from '../domain/credential.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {Before} from '../domain/outcome.ts';
import type {PlannedSave} from '../domain/plan.ts';
import {planOf} from '../domain/plan-save.ts';
import {success} from '../domain/problem.ts';
import {clean, normal} from '../domain/text.ts';
import {type Answers, pick} from './answers.ts';
import {openStep, providerOf, stepsFor} from './steps.ts';

export const placeOf = ({environment, region}: Answers): Place | undefined =>
	environment && region ? {environment, region} : undefined;

/** What saving the answers comes to, given what is stored for their team and provider; undefined while a step is open. */
export function plannedSave(answers: Answers, before: Before = success(undefined)): PlannedSave | undefined {
	const {team} = answers;
	const provider = providerOf(answers);
	const place = placeOf(answers);
	if (openStep(answers) || !team || !provider || !place) return undefined;
	const fields = pick(
		answers,
		stepsFor(answers).map(step => step.id),
	);
	return planOf({place, teamId: team.id, teamName: team.name, provider, answers: fields}, before);
}

/** The same as the job it is, for whoever does it again. */
export function handOffOf(answers: Answers, before?: Before): HandOff | undefined {
	const {organization, 'organization-key': key} = answers;
	const planned = plannedSave(answers, before);
	if (!organization || !key || !planned) return undefined;
	const {place, teamName, credential} = planned;
	const organizationName = key.organizationName ?? organization.name;
	return {
		generation: key.generation,
		url: key.url,
		isDemo: organization.isDemo,
		organizationId: organization.id,
		...(organizationName === undefined ? {} : {organizationName}),
		place,
		...(teamName === undefined ? {} : {teamName}),
		credential,
	};
}

/** What has to be typed before anything is written to production. `what` names it in words. */
export type Confirmation = {readonly text: string; readonly what: string};

/** Nothing in sandbox. In production the team's name, or the end of its ID where no name is plain to type. */
export function confirmationFor(answers: Answers): Confirmation | undefined {
	if (answers.environment !== 'production' || !answers.team) return undefined;
	const {id, name} = answers.team;
	return name !== undefined && isPlainToType(name)
		? {text: name.trim(), what: 'the name of the team'}
		: {text: id.slice(-6), what: 'the last six characters of the team’s ID'};
}

export const isConfirmedBy = (answers: Answers, typed: string): boolean => {
	const confirmation = confirmationFor(answers);
	return confirmation === undefined || normal(confirmation.text) === normal(typed);
};

const isPlainToType = (name: string): boolean =>
	/^[\x20-\x7e]{1,40}$/.test(name.trim()) && clean(name) === name.trim();
