import {isList, isObject} from '../../body/walk.ts';
import type {Json} from '../../credential.ts';
import type {Flaw} from './flaw.ts';

/** A named value of a document. `section` is what it stands in: a table's name, an item's title. */
export type Entry = {
	readonly section: string;
	readonly name: string;
	readonly value: string;
	/** Why it is not the value that is meant. */
	readonly flaw?: Flaw;
};

/** What a document is, by the name that people know it by, as a part of a sentence: “Google's client file”. */
export type DocumentName =
	| "Google's client file"
	| 'a 1Password item'
	| 'a Doppler download'
	| 'a Vault secret'
	| 'an AWS secret'
	| 'a Kubernetes secret'
	| 'JSON'
	| 'a settings file'
	| 'a table'
	| 'a text of labelled lines';

/** Why a document is of no use, as it is told. */
export type Refusal = {
	readonly code: 'google-installed' | 'google-service-account' | Flaw;
	readonly message: string;
	readonly advice: string;
};

/** What one kind of document makes of a text: its entries, a refusal, or nothing where it is of another kind. */
export type Contents =
	| {readonly kind: 'entries'; readonly name: DocumentName; readonly entries: readonly Entry[]}
	| {readonly kind: 'refused'; readonly name: DocumentName; readonly refusal: Refusal};

/** The text of a JSON value that may be one of ours: a text as it is, a number by its digits. */
export function textOf(value: Json | undefined): string | undefined {
	if (typeof value === 'string') return value;
	return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}

/** The texts of an object, and of the lists in it, each entry by itself. */
export const entriesIn = (value: Json | undefined, section = ''): readonly Entry[] =>
	isObject(value)
		? Object.entries(value).flatMap(([name, inside]) =>
				(isList(inside) ? inside : [inside]).flatMap(each => {
					const text = textOf(each);
					return text === undefined ? [] : [{section, name, value: text}];
				}),
			)
		: [];
