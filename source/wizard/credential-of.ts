import {credentialFrom} from '../domain/body/encode.ts';
import type {Credential, Place, StoredCredential} from '../domain/credential.ts';
import {type Answers, pick} from './answers.ts';
import {openStep, providerOf, stepsFor} from './steps.ts';
import {isOfTarget} from './stored.ts';

export const placeOf = (answers: Answers): Place | undefined =>
	answers.environment && answers.region
		? {environment: answers.environment, region: answers.region}
		: undefined;

/** The body that the answers amount to, or undefined while a step is open. */
export function credentialOf(answers: Answers, stored?: StoredCredential): Credential | undefined {
	const provider = providerOf(answers);
	if (openStep(answers) || !answers.team || !provider) return undefined;
	const fields = pick(
		answers,
		stepsFor(answers).map(step => step.id),
	);
	return credentialFrom(
		{teamId: answers.team.id, provider},
		fields,
		stored && isOfTarget(stored, answers) ? stored : undefined,
	);
}
