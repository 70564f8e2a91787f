import type {Field, FieldId} from './field.ts';
import type {Provider} from './providers/provider.ts';

/** Any JSON object, for a provider whose details have no known shape. Added from review, never asked. */
export const detailsJson: Field = {
	id: 'details',
	title: 'Details (JSON)',
	kind: 'json',
	path: ['details'],
	isRequired: false,
	help: 'A JSON object, sent as it is. Leave it empty unless the provider asks for more than ID and secret.',
};

const practiceId: Field = {
	id: 'client-id',
	title: 'Client ID',
	kind: 'text',
	path: ['client_id'],
	isRequired: true,
	help: 'The practice ID of the clinic. It is sent as the client ID; upper and lower case do not matter.',
};

/**
Every field of a provider's credential, in the order of the wizard's steps.
A practice binding is its practice ID and nothing else.
*/
export function fieldsOf(provider: Provider): readonly Field[] {
	if (provider.ownOAuth === 'practice') return [practiceId];
	return [
		{
			id: 'client-id',
			title: 'Client ID',
			kind: 'text',
			path: ['client_id'],
			isRequired: true,
			help: `The client ID of your own ${provider.name} application.`,
			...provider.clientId,
		},
		{
			id: 'client-secret',
			title: 'Client secret',
			kind: 'secret',
			path: ['client_secret'],
			isRequired: true,
			help: `The client secret beside that client ID. It is sent once, and never written anywhere here.`,
			...provider.clientSecret,
		},
		...provider.details,
		...(provider.details.length === 0 ? [detailsJson] : []),
		{
			id: 'redirect-url-override',
			title: 'Redirect URL override',
			kind: 'url',
			path: ['redirect_url_override'],
			isRequired: false,
			help: 'Only where users return to your own domain first, which then forwards them. Empty for none.',
		},
	];
}

/** The field that a server's path means, the most exact one first: `body.details.project_number`. */
export function fieldAt(path: readonly string[], fields: readonly Field[]): FieldId | undefined {
	const isWithin = (field: Field) =>
		field.path.every((part, index) => path[index] === part) ||
		path.every((part, index) => field.path[index] === part);
	const candidates = path.length === 0 ? [] : fields.filter(isWithin);
	return candidates.sort((a, b) => shared(b.path, path) - shared(a.path, path))[0]?.id;
}

const shared = (a: readonly string[], b: readonly string[]): number =>
	a.findIndex((part, index) => part !== b[index]) === -1
		? a.length
		: a.findIndex((part, index) => part !== b[index]);
