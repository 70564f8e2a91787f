import {beginsWith, isSamePath, type Path} from './body/walk.ts';
import type {Field, FieldId, FlagFieldId} from './field.ts';
import type {Provider} from './providers/provider.ts';

/** A field that a flag of its own takes. */
export type FlagField = Field & {readonly id: FlagFieldId; readonly flag: NonNullable<Field['flag']>};

/** A field that lists show to be set. */
export type MarkedField = Field & {readonly mark: NonNullable<Field['mark']>};

const clientId: FlagField = {
	id: 'client-id',
	title: 'Client ID',
	kind: 'text',
	path: ['client_id'],
	isRequired: true,
	help: 'The client ID of your own application.',
	flag: {value: 'ID', help: 'the client ID of your application'},
};

const clientSecret: Field = {
	id: 'client-secret',
	title: 'Client secret',
	kind: 'secret',
	path: ['client_secret'],
	isRequired: true,
	help: 'The client secret beside that client ID. It is sent once, and never written anywhere here.',
};

const details: Field = {
	id: 'details',
	title: 'Details',
	kind: 'json',
	path: ['details'],
	isRequired: false,
	help: 'A JSON object, sent as it is. Leave it empty unless the provider asks for more than ID and secret.',
};

const redirectUrlOverride: FlagField & MarkedField = {
	id: 'redirect-url-override',
	title: 'Redirect URL override',
	kind: 'url',
	path: ['redirect_url_override'],
	isRequired: false,
	help: 'Only where users return to your own domain first, which then forwards them. Empty for none.',
	moreHelp: [
		'Your endpoint must answer at once with 307, to the redirect URI that the API names, with the query as it came.',
		'The check calls it with a made-up code, follows nothing, and says what is different.',
	],
	flag: {value: 'URL', help: 'where users return to your own domain first'},
	mark: {word: 'override', sign: '*'},
	isTriable: true,
};

/** The fields that are the same whatever the provider. */
const commonFields: readonly Field[] = [redirectUrlOverride];

/** The fields at the top of the body, in the order of the API and of the wizard's steps. */
export const bodyFields: readonly Field[] = [clientId, clientSecret, details, ...commonFields];

export const flagFields: readonly FlagField[] = bodyFields.filter(
	(field): field is FlagField => field.flag !== undefined,
);

export const markedFields: readonly MarkedField[] = bodyFields.filter(
	(field): field is MarkedField => field.mark !== undefined,
);

/** Those that the API shows again. A secret it never does. */
export const readableFields: readonly Field[] = bodyFields.filter(({kind}) => kind !== 'secret');

/** What the API calls the place at the top of the body that a field is at or in. */
export const bodyName = ({path}: Field): string => path[0] ?? '';

/** Whether a field is inside of `details`. */
export const isDetail = ({path}: Field): boolean => path[0] === 'details' && path.length > 1;

/** What a detail is called inside of `details`: `fitbit.is_hr_enabled`. */
export const detailName = ({path}: Field): string => path.slice(1).join('.');

/** Any JSON object, for a provider whose details have no known shape. Added from review, never asked. */
const detailsJson: Field = {...details, title: 'Details (JSON)'};

const practiceId: Field = {
	...clientId,
	help: 'The practice ID of the clinic. It is sent as the client ID; upper and lower case do not matter.',
};

// Thousands of rows ask for those of the same few providers.
const made = new WeakMap<Provider, readonly Field[]>();

/**
Every field of a provider's credential, in the order of the wizard's steps.
A practice binding is its practice ID and nothing else.
*/
export function fieldsOf(provider: Provider): readonly Field[] {
	const known = made.get(provider) ?? fieldsFor(provider);
	made.set(provider, known);
	return known;
}

function fieldsFor(provider: Provider): readonly Field[] {
	if (provider.ownOAuth === 'practice') return [practiceId];
	return [
		{...clientId, help: `The client ID of your own ${provider.name} application.`, ...provider.clientId},
		{...clientSecret, ...provider.clientSecret},
		...(provider.details.length > 0 ? provider.details : [detailsJson]),
		...commonFields,
	];
}

/** The field that a server's path means, the most exact one first: `body.details.project_number`. */
export function fieldAt(path: Path, fields: readonly Field[]): FieldId | undefined {
	if (path.length === 0) return undefined;
	const candidates = fields.filter(field => beginsWith(field.path, path) || beginsWith(path, field.path));
	return candidates.toSorted((a, b) => shared(b.path, path) - shared(a.path, path))[0]?.id;
}

const shared = (one: Path, other: Path): number => {
	const end = one.findIndex((name, index) => name !== other[index]);
	return end === -1 ? one.length : end;
};

/** The field that stands at exactly this place. */
export const fieldOfPath = (path: Path, fields: readonly Field[]): Field | undefined =>
	fields.find(field => isSamePath(field.path, path));
