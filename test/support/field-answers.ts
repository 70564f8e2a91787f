import type {Field} from '../../source/domain/field.ts';
import type {FieldAnswer} from '../../source/domain/field-values.ts';
import {fieldsOf} from '../../source/domain/fields.ts';
import {findProvider, unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {empty, given} from './play.ts';

export const fieldsFor = (slug: string): readonly Field[] =>
	fieldsOf(findProvider(slug) ?? unknownProvider(slug));

/** A valid answer to a field. Its text tells the provider and the field, so that a stray one is recognised. */
export function fieldAnswer(slug: string, field: Field, turn = 0): FieldAnswer {
	const name = `${slug} ${field.id} ${turn}`;
	if (!field.isRequired && turn % 2 === 1) return empty;
	switch (field.kind) {
		case 'text':
			return given(name);
		case 'secret':
			return given(new Secret(`secret ${name}`));
		case 'url':
			return given(`https://example.com/${encodeURIComponent(name)}`);
		case 'yes-no':
			return given(turn % 4 === 0);
		case 'list':
			return given([name, 'openid']);
		case 'json':
			return given(new Secret(JSON.stringify({token: `secret ${name}`})));
	}
}

/** A valid answer to every field of the provider that is asked. */
export const fieldAnswers = (slug: string): Answers =>
	Object.fromEntries(
		fieldsFor(slug)
			.filter(({id}) => id !== 'details')
			.map(field => [field.id, fieldAnswer(slug, field)]),
	);
