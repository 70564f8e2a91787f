import type {BodyObject, BodyValue, Credential, StoredCredential} from '../credential.ts';
import type {Field} from '../field.ts';
import type {FieldAnswers} from '../field-values.ts';
import {bodyFields, bodyName, fieldsOf} from '../fields.ts';
import type {Provider} from '../providers/provider.ts';
import {otherDetails} from './details-answers.ts';
import {sealed} from './seal.ts';
import {keptDetails} from './stored.ts';
import {placed} from './walk.ts';

/** For whom a credential is. */
export type CredentialTarget = {readonly teamId: string; readonly provider: Provider};

/** What the answers to the provider's fields amount to, for one team. */
export const credentialFrom = (
	{teamId, provider}: CredentialTarget,
	answers: FieldAnswers,
	stored?: StoredCredential,
): Credential => ({teamId, provider: provider.slug, values: valuesFrom(provider, answers, stored)});

/**
The values of the body, secrets sealed. Only answers to fields of the provider are in it: what does not apply is never
sent. `stored` is what is stored for this very team and provider: details of it that no field asks about are sent again
exactly as they were read. A known field left empty is sent as null, or a yes-no as what it is from the start, so that
what it means does not depend on what was stored before.
*/
export function valuesFrom(provider: Provider, answers: FieldAnswers, stored?: StoredCredential): BodyObject {
	const fields = fieldsOf(provider);
	const start = {...noValues, details: otherValues(fields, answers, stored)};
	return fields
		.filter(({kind}) => kind !== 'json')
		.reduce<BodyObject>((values, field) => placed(values, field.path, givenValue(field, answers)), start);
}

/** Every place at the top of the body, without a value. */
const noValues: BodyObject = Object.fromEntries(bodyFields.map(field => [bodyName(field), null]));

/** The answer to a field, or what an empty one is in the body. The API takes no null for yes or no. */
function givenValue({id, kind, initial}: Field, answers: FieldAnswers): BodyValue {
	const answer = answers[id];
	if (answer?.kind === 'given') return answer.value;
	return kind === 'yes-no' ? (initial ?? false) : null;
}

/** The details that no field asks about, as they were given and as they are stored; null where there are none. */
function otherValues(
	fields: readonly Field[],
	answers: FieldAnswers,
	stored: StoredCredential | undefined,
): BodyObject | null {
	if (!fields.some(field => bodyName(field) === 'details')) return null;
	const kept = stored ? keptDetails(stored, fields) : null;
	return answers.details?.kind === 'given' ? {...kept, ...sealed(otherDetails(answers))} : kept;
}

/** The whole body of an upsert, in the API's order. Its secrets are still sealed. */
export const bodyOf = ({teamId, provider, values}: Credential): BodyObject => ({
	team_id: teamId,
	provider,
	...values,
});
