import type {Field, FieldKind} from '../field.ts';

/** What a value is for. It decides which doubts there can be about it. */
export type Role =
	| 'client-id'
	| 'client-secret'
	/** The organization key. */
	| 'key'
	/** A redirect URI, or the override of one. */
	| 'url'
	/** A detail that may be shown. */
	| 'text'
	/** A detail that may not. */
	| 'secret'
	/** One entry of a list. */
	| 'entry';

export const roles: readonly Role[] = ['client-id', 'client-secret', 'key', 'url', 'text', 'secret', 'entry'];

/** Whether a value of this role is a secret, and may look like one. */
export const isSecretRole = (role: Role): boolean =>
	role === 'client-secret' || role === 'key' || role === 'secret';

const ofKind: Readonly<Record<FieldKind, Role | undefined>> = {
	text: 'text',
	secret: 'secret',
	url: 'url',
	list: 'entry',
	'yes-no': undefined,
	json: undefined,
};

/** The role of a field's value, of a list's each entry; undefined where the value is no text, or a text of many. */
export function roleOf({id, kind}: Field): Role | undefined {
	return id === 'client-id' || id === 'client-secret' ? id : ofKind[kind];
}
