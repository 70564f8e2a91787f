import {type Answered, type Answers, pick} from './answers.ts';
import {stepsFor} from './steps.ts';

/**
What follows once the provider is known, so that nobody is asked: fields that flags gave, and details that
have no known shape, which can be added from review.
*/
export function fieldsByRule(answers: Answers, preset: Answers): Answers {
	const fields = stepsFor(answers).flatMap(step => (step.kind === 'field' ? [step.id] : []));
	const emptyDetails: Answers = fields.includes('details') ? {details: {kind: 'empty'}} : {};
	return {...emptyDetails, ...pick(preset, fields)};
}

/** Whether the answer means what the draft meant, so that all that depends on it may stay. */
export function isUnchanged({step, answer}: Answered, drafts: Answers): boolean {
	switch (step) {
		case 'organization': {
			const draft = drafts.organization;
			return draft?.id === answer.id && draft.isDemo === answer.isDemo && draft.api?.url === answer.api?.url;
		}
		case 'team':
			return drafts.team?.id === answer.id;
		case 'provider':
			return drafts.provider?.slug === answer.slug;
		default:
			return drafts[step] === answer;
	}
}
