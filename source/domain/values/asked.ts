import type {Field, FieldId} from '../field.ts';
import type {FieldAnswers} from '../field-values.ts';
import {fieldsOf} from '../fields.ts';
import type {Provider} from '../providers/provider.ts';
import {Secret} from '../secret.ts';
import {contextOf} from './context.ts';
import type {Asked} from './door.ts';
import type {Context} from './kind.ts';

/** How the value of a field is to be looked at, besides what follows from the field. */
export type How = {
	readonly isExact?: boolean;
	readonly keepsWhitespace?: boolean;
	/** The other answers. None of their identifiers and secrets is the value of another field. */
	readonly others?: FieldAnswers;
};

/** What the text of a field, or an entry of its list, is asked for. */
export function askedOf(field: Field, provider: Provider, how: How = {}): Asked {
	const {isExact, keepsWhitespace, others = {}} = how;
	const context: Context = {
		...(contextOf(field, provider) ?? {role: 'text'}),
		...(isExact && {isExact}),
		...(keepsWhitespace && {keepsWhitespace}),
		others: pairBeside(field.id, provider, others),
	};
	return {field: field.id, context, provider};
}

/**
What the value of a field must not be the same as: the client ID and the client secret. Other details may well have a
value in common.
*/
export const pairBeside = (
	asked: FieldId,
	provider: Provider,
	answers: FieldAnswers,
): NonNullable<Context['others']> =>
	fieldsOf(provider).flatMap(({id, title}) => {
		const answer = answers[id];
		if (id === asked || (id !== 'client-id' && id !== 'client-secret')) return [];
		if (answer?.kind !== 'given') return [];
		if (answer.value instanceof Secret) return [{title, value: answer.value, isSecret: true}];
		return typeof answer.value === 'string' ? [{title, value: new Secret(answer.value)}] : [];
	});

/** A detail that no field knows, as the secret it may be. */
export const secretDetail = (path: readonly string[]): Field => ({
	id: `details.${path.slice(1).join('.')}`,
	title: 'This detail',
	kind: 'secret',
	path,
	isRequired: false,
	help: 'A detail that the catalogue does not know.',
});
