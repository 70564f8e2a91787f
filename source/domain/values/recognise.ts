import type {Field} from '../field.ts';
import type {Provider} from '../providers/provider.ts';
import {Secret} from '../secret.ts';
import {type Application, type FoundField, type Sorted, sortEntries} from './applications.ts';
import type {Contents, DocumentName, Refusal} from './documents/entry.ts';
import {flaws} from './documents/flaw.ts';
import {projectNumberIn} from './documents/google.ts';
import {jsonContents} from './documents/json.ts';
import {lineContents} from './documents/lines.ts';
import {tableContents} from './documents/table.ts';

/**
What a text is: the one value, untouched, or a document with what of it is ours. Values are sealed at once, whatever
field they are for. Redirect URIs are in the open, to be compared with what has to be registered.
*/
export type Recognition =
	| {readonly kind: 'value'; readonly value: Secret}
	| {
			readonly kind: 'document';
			readonly name: DocumentName;
			/** Each field once. Every value still passes the doubts of its own role. */
			readonly fields: readonly FoundField[];
			readonly redirectUris: readonly string[];
	  }
	/** A person has to say which application is meant; where there is one, whether it is meant at all. */
	| {
			readonly kind: 'question';
			readonly name: DocumentName;
			readonly reason: NonNullable<Sorted['doubt']>;
			readonly applications: readonly Application[];
			readonly redirectUris: readonly string[];
	  }
	| {readonly kind: 'refused'; readonly name: DocumentName; readonly refusal: Refusal};

/** In UTF-16 units. What is longer is taken for a value, which is then too long. */
export const longestDocument = 65_536;

/** Recognises a text, for the provider that its values are for. Pure, never throws, in linear time. */
export function recognise(text: string, provider?: Provider): Recognition {
	const contents =
		text.length > longestDocument
			? undefined
			: contentsOf(text.replace(/^\ufeff/, '').trim(), provider?.details ?? []);
	if (contents?.kind === 'refused') return contents;
	const sorted = contents && sortEntries(contents.entries, provider);
	if (!contents || !sorted) return {kind: 'value', value: new Secret(text)};
	const {name} = contents;
	const {applications, doubt, flaw, shared, redirectUris} = sorted;
	if (flaw) return {kind: 'refused', name, refusal: {code: flaw, ...flaws[flaw]}};
	const complete = applications.map(({title, fields}) => ({
		title,
		fields: withProjectNumber([...fields, ...shared], provider),
	}));
	if (doubt) return {kind: 'question', name, reason: doubt, applications: complete, redirectUris};
	return {kind: 'document', name, fields: complete[0]?.fields ?? shared, redirectUris};
}

const contentsOf = (text: string, details: readonly Field[]): Contents | undefined =>
	jsonContents(text) ?? tableContents(text) ?? lineContents(text, details);

/** Google's client ID begins with the number of its project, which is asked for too. */
function withProjectNumber(
	fields: readonly FoundField[],
	provider: Provider | undefined,
): readonly FoundField[] {
	const detail = provider?.details.find(({id}) => id === 'details.project_number');
	const clientId = fields.find(({field}) => field === 'client-id');
	const number = clientId && projectNumberIn(clientId.value.reveal());
	if (!detail || number === undefined || fields.some(({field}) => field === detail.id)) return fields;
	return [...fields, {field: detail.id, value: new Secret(number), isDerived: true}];
}

/** A question in words. */
export const questionWords: Readonly<Record<NonNullable<Sorted['doubt']>, string>> = {
	several: 'Several applications are in it: choose the one that is meant.',
	'another-provider': 'Its names are those of another provider: check that it is the one that is meant.',
	'another-application':
		'Its names carry a word that is not that of this provider: check that it is the one that is meant.',
};
