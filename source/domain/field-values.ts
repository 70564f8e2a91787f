import * as z from 'zod/mini';
import {isLoopback, normalBaseUrl} from './api-generation.ts';
import {jsonOf} from './body/seal.ts';
import type {Field, FieldId, FieldKind} from './field.ts';
import {Secret} from './secret.ts';

/** The value of a field, by its kind: text and url as typed, a list without order, JSON sealed as its text. */
export type FieldValue = string | boolean | readonly string[] | Secret;

/** A field as answered. `empty` is an optional field left out; `note` is what was done to the text, in words. */
export type FieldAnswer =
	| {readonly kind: 'given'; readonly value: FieldValue; readonly note?: string}
	| {readonly kind: 'empty'};

/** The answers to some fields of a credential. */
export type FieldAnswers = {readonly [id in FieldId]?: FieldAnswer};

/** Text read into an answer, or why it cannot be one. */
export type FieldReading =
	| {readonly ok: true; readonly answer: FieldAnswer}
	| {readonly ok: false; readonly message: string};

const isControl = /\p{Cc}|\p{Zl}|\p{Zp}/u;
const longest = 16_384;

const line = z.string().check(
	z.minLength(1, 'A value is needed.'),
	z.maxLength(longest, 'This is too long to be right.'),
	z.refine(text => !isControl.test(text), 'Control characters and line breaks cannot be part of it.'),
	z.refine(text => !text.includes('\uFFFD'), 'It holds bytes that are no UTF-8 text.'),
	z.refine(text => text.trim() === text, 'White space around it cannot be part of it.'),
);

const isWebAddress = (text: string): boolean => {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
	return isSafe && !url.username && !url.password && !url.hash;
};

/** The schema of a field's value, by the field's kind. */
export const schemas = {
	text: line,
	url: line.check(
		z.refine(isWebAddress, 'A full https address is needed, such as https://connect.example.com/callback.'),
	),
	secret: z.instanceof(Secret).check(
		z.refine(secret => !secret.is(''), 'A value is needed.'),
		z.refine(secret => secret.reveal().length <= longest, 'This is too long to be right.'),
	),
	'yes-no': z.boolean('Choose yes or no.'),
	list: z.array(line).check(z.minLength(1, 'Choose at least one.')),
	json: z
		.instanceof(Secret)
		.check(
			z.refine(secret => jsonOf(secret) !== undefined, 'A JSON object is needed, such as {"key": "value"}.'),
		),
} satisfies Record<FieldKind, z.core.$ZodType>;

/** What an ID looks like. It is nobody's, and no secret on a screen that others see. */
export const exampleId = '8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab';

/** A UUID of any version, as the API writes organization and team IDs. Upper case and edge white space are forgiven. */
export const uuid = z.pipe(
	z.string().check(z.trim(), z.toLowerCase()),
	z.guid(`This is not an ID. It looks like ${exampleId}.`),
);

/** The Management API's own address, from `--api-url`. */
export const baseUrl = z
	.string()
	.check(
		z.refine(
			text => normalBaseUrl(text) !== undefined,
			'Give an https address, or http to this machine only.',
		),
	);

/** Why the answer cannot stand for the field, or nothing where it can. */
export function problemWith(field: Field, answer: FieldAnswer): string | undefined {
	if (answer.kind === 'empty') return field.isRequired ? `${field.title} is needed.` : undefined;
	const parsed = schemas[field.kind].safeParse(answer.value);
	return parsed.success ? undefined : parsed.error.issues[0]?.message;
}

/** What a person typed, as an answer. White space around it is removed, and told so. */
export function parseField(field: Field, text: string): FieldReading {
	const trimmed = text.trim();
	if (trimmed === '' && !field.isRequired) return {ok: true, answer: {kind: 'empty'}};
	const value = field.kind === 'json' ? new Secret(trimmed) : trimmed;
	const answer: FieldAnswer = {
		kind: 'given',
		value,
		...(trimmed === text ? {} : {note: 'White space around it was removed.'}),
	};
	const message = problemWith(field, answer);
	return message === undefined ? {ok: true, answer} : {ok: false, message};
}

export const isSecretValue = (value: FieldValue): value is Secret => value instanceof Secret;
