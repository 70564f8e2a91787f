import type {Field, FieldId} from '../domain/field.ts';
import {fieldsOf} from '../domain/fields.ts';
import {findProvider, unknownProvider} from '../domain/providers/find-providers.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {type FieldAnswer, problemWith, type Reading, readField} from '../domain/schemas.ts';
import type {Answers} from '../wizard/answers.ts';

export type FieldFlags = {
	readonly provider?: string | undefined;
	readonly 'client-id'?: string | undefined;
	readonly 'redirect-url-override'?: string | undefined;
	readonly detail?: readonly string[] | undefined;
};

type Answer = readonly [FieldId, FieldAnswer];

/** The fields that flags answer: those of the provider, or of any provider where none was named. */
export function fieldsFrom(flags: FieldFlags, provider: Provider | undefined, problems: string[]): Answers {
	const fields = fieldsOf(provider ?? unknownProvider(''));
	const texts = (['client-id', 'redirect-url-override'] as const).flatMap((id): readonly Answer[] => {
		const text = flags[id];
		const field = fields.find(candidate => candidate.id === id);
		if (text === undefined) return [];
		if (field) return answered(field, readField(field, text), `--${id}`, problems);
		problems.push(`--${id} does not apply: ${provider?.name} takes a practice ID and nothing else.`);
		return [];
	});
	return Object.fromEntries([...texts, ...detailsFrom(flags, provider, problems)]);
}

/** Each `--detail PATH=VALUE`. A value is never repeated, for it may be a secret in the wrong place. */
function detailsFrom(
	{detail = [], provider: named}: FieldFlags,
	provider: Provider | undefined,
	problems: string[],
): readonly Answer[] {
	if (detail.length === 0) return [];
	if (!provider) {
		if (named === undefined) problems.push('--detail needs --provider, which says what details there are.');
		return [];
	}
	const texts = new Map<Field, readonly string[]>();
	for (const given of detail) {
		const end = given.indexOf('=');
		const field = provider.details.find(candidate => pathOf(candidate) === given.slice(0, Math.max(0, end)));
		const refusal = refusalOf(field, given, provider);
		if (refusal !== undefined) problems.push(refusal);
		else if (field) texts.set(field, [...(texts.get(field) ?? []), given.slice(end + 1)]);
	}
	return [...texts].flatMap(([field, values]) =>
		answered(field, read(field, values), `--detail ${pathOf(field)}`, problems),
	);
}

/** Why a detail cannot be taken, whatever its value. */
function refusalOf(field: Field | undefined, given: string, provider: Provider): string | undefined {
	const secret = provider.details.find(
		candidate => candidate.kind === 'secret' && given.split('=')[0] === pathOf(candidate),
	);
	if (secret)
		return `--detail cannot take ${pathOf(secret)}: it is a secret. The wizard asks for it, masked.`;
	if (field) return undefined;
	const paths = provider.details
		.filter(candidate => candidate.kind !== 'secret')
		.map(candidate => `${pathOf(candidate)}=…`);
	// The name of a provider that the catalogue lacks is what was typed.
	const name = findProvider(provider.slug)?.name ?? 'this provider';
	return paths.length === 0
		? `--detail does not apply: ${name} has no details that a flag could take.`
		: `--detail takes one of these for ${name}: ${paths.join(', ')}.`;
}

const pathOf = (field: Field): string => field.path.slice(1).join('.');

/** The texts given for one field. Only a list takes several; what is optional may be left empty. */
function read(field: Field, texts: readonly string[]): Reading {
	const [text = ''] = texts;
	if (field.kind === 'list') return checked(field, texts.flatMap(entriesOf));
	if (texts.length > 1) return {ok: false, message: 'It is given more than once.'};
	if (field.kind !== 'yes-no' || (text === '' && !field.isRequired)) return readField(field, text);
	if (text !== 'true' && text !== 'false') return {ok: false, message: 'It takes true or false.'};
	return checked(field, text === 'true');
}

const entriesOf = (text: string): readonly string[] =>
	text
		.split(',')
		.map(entry => entry.trim())
		.filter(entry => entry !== '');

function checked(field: Field, value: boolean | readonly string[]): Reading {
	const answer: FieldAnswer = {kind: 'given', value};
	const message = problemWith(field, answer);
	return message === undefined ? {ok: true, answer} : {ok: false, message};
}

function answered(field: Field, reading: Reading, flag: string, problems: string[]): readonly Answer[] {
	if (reading.ok) return [[field.id, reading.answer]];
	problems.push(`${flag}: ${reading.message}`);
	return [];
}
