import type {Credential} from '../credential.ts';
import type {FieldAnswers} from '../field-values.ts';
import {Secret} from '../secret.ts';
import {jsonOf, sealed, secretsIn} from './seal.ts';

/** Every secret that the credential holds. */
export const secretsOf = ({values}: Credential): readonly Secret[] => secretsIn(values);

/** Every secret that answers to fields hold, those inside of details too. */
export const secretsOfAnswers = (answers: FieldAnswers): readonly Secret[] =>
	Object.values<FieldAnswers['details']>(answers).flatMap(answer => {
		if (answer?.kind !== 'given' || !(answer.value instanceof Secret)) return [];
		const details = jsonOf(answer.value);
		return [answer.value, ...(details ? secretsIn(sealed(details)) : [])];
	});
