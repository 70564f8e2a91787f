import {bodyFields} from '../domain/fields.ts';

const apiNames: ReadonlyMap<string, string> = new Map([
	...bodyFields.map(({id, path}) => [id, path.join('.')] as const),
	['environment', 'env'],
	['organization', 'org'],
	['organization-key', 'key'],
]);

/** What a field or step of the wizard is called where there is no wizard: the API's own path, such as `client_id`. */
export const apiName = (field: string): string => apiNames.get(field) ?? field;
