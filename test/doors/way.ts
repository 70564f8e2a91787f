import type {Field} from '../../source/domain/field.ts';
import {fieldsOf} from '../../source/domain/fields.ts';
import {findProvider} from '../../source/domain/providers/find-providers.ts';
import {askedOf} from '../../source/domain/values/asked.ts';
import {type Asked, enter} from '../../source/domain/values/door.ts';
import {stopping} from '../../source/domain/values/doubts.ts';
import type {Role} from '../../source/domain/values/role.ts';

/** What became of a text that was given: the value that goes to the API, or the words that stopped it before anything did. */
export type Outcome =
	| {readonly kind: 'taken'; readonly value: string}
	| {readonly kind: 'stopped'; readonly words: string};

/** One way by which a value comes into the program. */
export type Way = {
	readonly name: string;
	readonly subject: Subject;
	/** Whether it is a way of bytes, which no half of a surrogate pair goes. */
	readonly isOfBytes?: true;
	/** Whether it is a text of a document, where a line break at the end is no copy's doing, and doubted too. */
	readonly isWritten?: true;
	readonly give: (text: string) => Promise<Outcome>;
};

/** What is given, and a value of it that nothing is to be said of. */
export type Subject = {readonly role: Role; readonly plain: string; readonly asked: Asked};

function fieldOf(slug: string, id: string): {readonly field: Field; readonly asked: Asked} {
	const provider = findProvider(slug);
	const field = provider && fieldsOf(provider).find(candidate => candidate.id === id);
	if (!provider || !field) throw new Error(`There is no ${id} of ${slug}.`);
	return {field, asked: askedOf(field, provider)};
}

const subject = (role: Role, plain: string, slug: string, id: string): Subject => ({
	role,
	plain,
	asked: fieldOf(slug, id).asked,
});

export const subjects = {
	clientId: subject('client-id', '5dd1f9be-07ac-4d5b-8d15-0c1d2e3f4a5b', 'oura', 'client-id'),
	clientSecret: subject('client-secret', 'k7Wq3xZ9mP2vk7Wq3xZ9mP2v', 'oura', 'client-secret'),
	detail: subject(
		'text',
		'k7Wq@xz.iam.gserviceaccount.com',
		'google_health',
		'details.service_account_email',
	),
	secretDetail: subject('secret', 'k7Wq3xZ9mP2v', 'polar', 'details.webhook_secret'),
	entry: subject('entry', 'k7Wq3xZ9mP2v', 'google_fit', 'details.data_scopes'),
	address: subject('url', 'https://connect.example.com/k7Wq', 'oura', 'redirect-url-override'),
	key: {
		role: 'key',
		plain: 'mg_k7Wq3xZ9mP2v',
		asked: {field: 'organization-key', context: {role: 'key'}},
	},
} as const satisfies Readonly<Record<string, Subject>>;

/** What the one door makes of a text. `words` are those of each doubt that has to be told. */
export function expected(
	text: string,
	asked: Asked,
): {readonly taken?: string; readonly words: readonly string[]} {
	const entered = enter(text, asked);
	if (entered.kind !== 'value') return {words: []};
	const stops = stopping(entered.reading);
	if (stops.length === 0) return {taken: entered.reading.value.reveal(), words: []};
	return {words: stops.map(({message}) => message)};
}
