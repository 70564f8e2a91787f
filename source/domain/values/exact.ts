import type {Field, FieldId} from '../field.ts';
import {fieldsOf} from '../fields.ts';
import type {Provider} from '../providers/provider.ts';

const hasText = ({kind}: Field): boolean => kind !== 'yes-no' && kind !== 'json';

/** What the fields that can be taken exactly as they come are called, by the names of the API. */
export const exactNames = (provider: Provider): readonly string[] =>
	fieldsOf(provider)
		.filter(hasText)
		.map(({path}) => path.join('.'));

/**
The field that is called so, by its flag or by the name of the API: `client-secret`, `client_secret`. Whatever is in the
details that no field knows has a name too. Undefined where nothing has this one.
*/
export function fieldNamed(name: string, provider: Provider): FieldId | undefined {
	const field = fieldsOf(provider).find(({id, path}) => id === name || path.join('.') === name);
	if (field) return hasText(field) ? field.id : undefined;
	return isDetailName(name) && provider.ownOAuth !== 'practice' ? name : undefined;
}

const isDetailName = (name: string): name is `details.${string}` => /^details\.[\w.-]{1,200}$/.test(name);
