import {environments, regions} from '../domain/credential.ts';
import {problemWith, uuid} from '../domain/schemas.ts';
import type {Answered, Answers} from './answers.ts';
import {providerOf, stepsFor} from './steps.ts';

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
			return needsWord ? 'Own OAuth does not apply to this provider.' : undefined;
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
