import type {Field, FieldId} from '../domain/field.ts';
import {fieldsOf} from '../domain/fields.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import type {Provider} from '../domain/providers/provider.ts';
import type {Answers, StepId, TargetStepId} from './answers.ts';

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
