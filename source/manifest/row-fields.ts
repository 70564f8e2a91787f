import type {Field} from '../domain/field.ts';
import {bodyFields} from '../domain/fields.ts';

const isMap = ({kind}: Field): boolean => kind === 'json';

/** What a row has of the body, in its order: a map of its own reads best at the end. */
export const rowFields: readonly Field[] = [
	...bodyFields.filter(field => !isMap(field)),
	...bodyFields.filter(isMap),
];
