import type {Credential, DetailValue} from './credential.ts';
import type {FieldAnswers} from './schemas.ts';
import {jsonOf, sealed} from './sealed.ts';
import {Secret} from './secret.ts';

/** Every secret that the credential holds. */
export const secretsOf = ({clientSecret, details}: Credential): readonly Secret[] =>
	secretsIn({clientSecret, details});

/** Every secret that answers to fields hold, those inside of details too. */
export const secretsOfAnswers = (answers: FieldAnswers): readonly Secret[] =>
	Object.values<FieldAnswers['details']>(answers).flatMap(answer => {
		if (answer?.kind !== 'given' || !(answer.value instanceof Secret)) return [];
		const details = jsonOf(answer.value);
		return [answer.value, ...(details ? secretsIn(sealed(details)) : [])];
	});

function secretsIn(value: DetailValue): readonly Secret[] {
	if (value instanceof Secret) return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}
