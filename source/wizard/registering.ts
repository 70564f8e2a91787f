import type {FieldId} from '../domain/field.ts';
import type {ChecklistContext} from '../domain/portal/checklist.ts';
import type {Checklist, PreparationStep} from '../domain/ports.ts';
import type {Answers} from './answers.ts';
import {providerOf} from './steps.ts';
import {placeOf} from './submission.ts';

/** Which checklist the answers lead to; undefined while its team or provider is open. */
export function checklistOf(answers: Answers): Checklist | undefined {
	const {organization, 'organization-key': key, team, provider} = answers;
	const place = placeOf(answers);
	if (!organization || !key || !place || !team || !provider) return undefined;
	return {
		organization: {url: key.url, id: organization.id},
		place,
		teamId: team.id,
		provider: provider.slug,
		isDemo: organization.isDemo,
	};
}

/** What is known of the answers to fill in the steps with; what the API names comes from the step itself, or as given. */
export function contextOf(
	answers: Answers,
	prepared: readonly PreparationStep[] | undefined = preparedIn(answers),
): ChecklistContext | undefined {
	const provider = providerOf(answers);
	const place = placeOf(answers);
	if (!provider || !place) return undefined;
	const redirectOverride = textOf(answers, 'redirect-url-override');
	const projectNumber = textOf(answers, 'details.project_number');
	const serviceAccountEmail = textOf(answers, 'details.service_account_email');
	return {
		provider,
		...place,
		...(prepared === undefined ? {} : {prepared}),
		...(redirectOverride === undefined ? {} : {redirectOverride}),
		...(projectNumber === undefined ? {} : {projectNumber}),
		...(serviceAccountEmail === undefined ? {} : {serviceAccountEmail}),
	};
}

/** Where a note says why the API named nothing, nothing is known of what it would have named. */
const preparedIn = ({register}: Answers): readonly PreparationStep[] | undefined =>
	register?.note === undefined ? register?.steps : undefined;

function textOf(answers: Answers, field: FieldId): string | undefined {
	const answer = answers[field];
	return answer?.kind === 'given' && typeof answer.value === 'string' ? answer.value : undefined;
}
