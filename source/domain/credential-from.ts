import type {Credential, CredentialDetails, DetailValue, StoredCredential} from './credential.ts';
import {otherDetails} from './details-answers.ts';
import type {Field, FieldId} from './field.ts';
import {fieldsOf} from './fields.ts';
import type {Provider} from './providers/provider.ts';
import type {FieldAnswers, FieldValue} from './schemas.ts';
import {sealed} from './sealed.ts';
import {Secret} from './secret.ts';
import {keptDetails} from './stored-fields.ts';

/** For whom a credential is. */
export type CredentialTarget = {readonly teamId: string; readonly provider: Provider};

/**
The body that the answers to the provider's fields amount to. Only fields of the provider are in it: what does not
apply is never sent. `stored` is what is stored for this very team and provider: details of it that no field asks
about are sent again exactly as they were read. A known field left empty is sent as null, or a yes-no as what it is
from the start, so that what it means does not depend on what was stored before.
*/
export function credentialFrom(
	{teamId, provider}: CredentialTarget,
	answers: FieldAnswers,
	stored?: StoredCredential,
): Credential {
	const fields = fieldsOf(provider);
	const answerTo = (id: FieldId) => (fields.some(field => field.id === id) ? given(answers, id) : undefined);
	const secret = answerTo('client-secret');
	return {
		teamId,
		provider: provider.slug,
		clientId: text(answerTo('client-id')) ?? '',
		clientSecret: secret instanceof Secret ? secret : null,
		details: detailsFrom(fields, answers, stored),
		redirectUrlOverride: text(answerTo('redirect-url-override')) ?? null,
	};
}

const given = (answers: FieldAnswers, id: FieldId): FieldValue | undefined => {
	const answer = answers[id];
	return answer?.kind === 'given' ? answer.value : undefined;
};

/** What an empty field is in the body. The API takes no null for yes or no. */
const emptyOf = ({kind, initial}: Field): DetailValue => (kind === 'yes-no' ? (initial ?? false) : null);

const text = (value: FieldValue | undefined): string | undefined =>
	typeof value === 'string' ? value : undefined;

/** The nested object of every detail; null where the provider takes none or none was given. */
function detailsFrom(
	fields: readonly Field[],
	answers: FieldAnswers,
	stored: StoredCredential | undefined,
): CredentialDetails | null {
	const detailFields = fields.filter(field => field.path[0] === 'details');
	if (detailFields.length === 0) return null;
	const kept = keptDetails(stored?.details ?? null, fields);
	const start = answers.details?.kind === 'given' ? {...kept, ...sealed(otherDetails(answers))} : kept;
	return detailFields
		.filter(field => field.path.length > 1)
		.reduce<CredentialDetails | null>(
			(details, field) =>
				placed(details ?? {}, field.path.slice(1), given(answers, field.id) ?? emptyOf(field)),
			start,
		);
}

/** The details with a value at the path, through objects that it makes where there are none. */
export function placed(
	object: CredentialDetails,
	path: readonly string[],
	value: DetailValue,
): CredentialDetails {
	const [head = '', ...rest] = path;
	if (rest.length === 0) return {...object, [head]: value};
	const inner = object[head];
	return {...object, [head]: placed(isObject(inner) ? inner : {}, rest, value)};
}

const isObject = (value: DetailValue | undefined): value is CredentialDetails =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Secret);
