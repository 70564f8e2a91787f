import type {
	Credential,
	CredentialDetails,
	DetailValue,
	Place,
	StoredCredential,
} from '../domain/credential.ts';
import type {FieldAnswer, FieldValue} from '../domain/schemas.ts';
import {jsonOf, sealed} from '../domain/sealed.ts';
import {Secret} from '../domain/secret.ts';
import type {Answers} from './answers.ts';
import {openStep, stepsFor} from './steps.ts';
import {keptDetails} from './stored.ts';

export const placeOf = (answers: Answers): Place | undefined =>
	answers.environment && answers.region
		? {environment: answers.environment, region: answers.region}
		: undefined;

/**
The body that the answers amount to, or undefined while a step is open. Only fields of the chosen provider
are in it: what no longer applies is never sent. Of what is stored, details that no field asks about are sent
again exactly as they were read.
*/
export function credentialOf(answers: Answers, stored?: StoredCredential): Credential | undefined {
	if (openStep(answers) || !answers.team || !answers.provider) return undefined;
	const secret = given(answers['client-secret']);
	return {
		teamId: answers.team.id,
		provider: answers.provider.slug,
		clientId: text(answers['client-id']) ?? '',
		clientSecret: hasField(answers, 'client-secret') && secret instanceof Secret ? secret : null,
		details: detailsOf(answers, stored),
		redirectUrlOverride: hasField(answers, 'redirect-url-override')
			? (text(answers['redirect-url-override']) ?? null)
			: null,
	};
}

const hasField = (answers: Answers, id: string): boolean => stepsFor(answers).some(step => step.id === id);

const given = (answer: FieldAnswer | undefined): FieldValue | undefined =>
	answer?.kind === 'given' ? answer.value : undefined;

function text(answer: FieldAnswer | undefined): string | undefined {
	const value = given(answer);
	return typeof value === 'string' ? value : undefined;
}

/**
The nested object of every detail field; null where the provider has none or none was given. A known field
left empty is sent as null, so that what it means does not depend on what was stored before.
*/
function detailsOf(answers: Answers, stored: StoredCredential | undefined): CredentialDetails | null {
	let details: CredentialDetails | null = keptDetails(answers, stored);
	for (const step of stepsFor(answers)) {
		if (step.kind !== 'field' || step.field.path[0] !== 'details') continue;
		const value = given(answers[step.id]);
		const rest = step.field.path.slice(1);
		if (rest.length > 0) details = placed(details ?? {}, rest, value ?? null);
		else if (value instanceof Secret) details = sealed(jsonOf(value) ?? {});
	}
	return details;
}

function placed(object: CredentialDetails, path: readonly string[], value: DetailValue): CredentialDetails {
	const [head = '', ...rest] = path;
	if (rest.length === 0) return {...object, [head]: value};
	const inner = object[head];
	return {...object, [head]: placed(isObject(inner) ? inner : {}, rest, value)};
}

const isObject = (value: DetailValue | FieldValue | undefined): value is CredentialDetails =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Secret);
