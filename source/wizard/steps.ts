import {environments, regions} from '../domain/credential.ts';
import type {Field, FieldId} from '../domain/field.ts';
import {problemWith, uuid} from '../domain/field-values.ts';
import {fieldsOf} from '../domain/fields.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import type {Provider} from '../domain/providers/provider.ts';
import type {Answered, Answers, StepId, TargetStepId} from './answers.ts';

export type Step =
	| {readonly kind: 'target'; readonly id: TargetStepId; readonly title: string}
	| {readonly kind: 'field'; readonly id: FieldId; readonly title: string; readonly field: Field};

export const targetSteps: readonly Step[] = [
	{kind: 'target', id: 'organization', title: 'Organization'},
	{kind: 'target', id: 'organization-key', title: 'Organization key'},
	{kind: 'target', id: 'environment', title: 'Environment'},
	{kind: 'target', id: 'region', title: 'Region'},
	{kind: 'target', id: 'team', title: 'Team'},
	{kind: 'target', id: 'provider', title: 'Provider'},
];

export function providerOf(answers: Answers): Provider | undefined {
	const slug = answers.provider?.slug;
	return slug === undefined ? undefined : providerOfSlug(slug);
}

/**
Every step that applies, in order. What to register and the fields follow from the provider; where own OAuth does
not apply there is nothing to register.
*/
export function stepsFor(answers: Answers): readonly Step[] {
	const provider = providerOf(answers);
	if (!provider) return targetSteps;
	const hasRegistration = provider.ownOAuth === 'yes' || provider.ownOAuth === 'unknown';
	const register = {kind: 'target', id: 'register', title: `Register with ${provider.name}`} as const;
	const fields = fieldsOf(provider).map(
		field => ({kind: 'field', id: field.id, title: field.title, field}) as const,
	);
	return [...targetSteps, ...(hasRegistration ? [register] : []), ...fields];
}

/** The first step without an answer, or undefined where only review is left. */
export const openStep = (answers: Answers): Step | undefined =>
	stepsFor(answers).find(step => answers[step.id] === undefined);

/** The steps whose answers mean something else, or nothing, once this one changes. */
export function dependentsOf(id: StepId, answers: Answers): readonly StepId[] {
	switch (id) {
		case 'organization':
			return ['organization-key', 'team', 'register'];
		case 'environment':
		case 'team':
			return ['register'];
		case 'region':
			return ['team', 'register'];
		case 'provider':
			return ['register', ...stepsFor(answers).flatMap(step => (step.kind === 'field' ? [step.id] : []))];
		default:
			return [];
	}
}

/** Why this answer cannot stand, or nothing where it can. The prompts ask the same, so nobody should ever see these. */
export function problemOf(answered: Answered, answers: Answers): string | undefined {
	switch (answered.step) {
		case 'organization':
			return isId(answered.answer.id) ? undefined : 'An organization is named by its ID.';
		case 'organization-key':
			if (answered.answer.secret.is('')) return 'A key is needed.';
			return answered.answer.organizationId === answers.organization?.id
				? undefined
				: 'This key was proved for another organization.';
		case 'environment':
			return environments.includes(answered.answer) ? undefined : 'Choose an environment.';
		case 'region':
			return regions.includes(answered.answer) ? undefined : 'Choose a region.';
		case 'team':
			return isId(answered.answer.id) ? undefined : 'A team is named by its ID.';
		case 'provider': {
			if (answered.answer.slug.trim() === '') return 'Choose a provider.';
			const provider = providerOf({provider: answered.answer});
			const needsWord = provider?.ownOAuth === 'no' && !answered.answer.isAccepted;
			return needsWord ? 'This provider takes no application of your own.' : undefined;
		}
		case 'register':
			return undefined;
		default: {
			const step = stepsFor(answers).find(candidate => candidate.id === answered.step);
			return step?.kind === 'field' ? problemWith(step.field, answered.answer) : 'This field does not apply.';
		}
	}
}

const isId = (text: string): boolean => uuid.safeParse(text).success;
