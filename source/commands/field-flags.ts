import type {Field, FieldId} from '../domain/field.ts';
import {fieldsOf} from '../domain/fields.ts';
import {unknownProvider} from '../domain/providers/find-providers.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {type FieldAnswer, problemWith, type Reading, readField} from '../domain/schemas.ts';
import type {Answers} from '../wizard/answers.ts';

export type FieldFlags = {
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
	const details = (flags.detail ?? []).flatMap(given => detail(given, provider, problems));
	return Object.fromEntries([...texts, ...details]);
}

/** One `--detail PATH=VALUE`. The value is never repeated, for it may be a secret in the wrong place. */
function detail(given: string, provider: Provider | undefined, problems: string[]): readonly Answer[] {
	if (!provider) {
		problems.push('--detail needs --provider, which says what details there are.');
		return [];
	}
	const known = provider.details.filter(field => field.kind !== 'secret');
	const [path = '', ...rest] = given.split('=');
	const field = provider.details.find(candidate => pathOf(candidate) === path);
	if (field?.kind === 'secret') {
		problems.push(`--detail cannot take ${pathOf(field)}: it is a secret. The wizard asks for it, masked.`);
	} else if (!field || rest.length === 0) {
		const paths = known.map(candidate => `${pathOf(candidate)}=…`).join(', ');
		problems.push(
			paths === ''
				? `--detail does not apply: ${provider.name} has no details that a flag could take.`
				: `--detail takes one of these for ${provider.name}: ${paths}.`,
		);
	} else {
		return answered(field, read(field, rest.join('=')), `--detail ${pathOf(field)}`, problems);
	}
	return [];
}

const pathOf = (field: Field): string => field.path.slice(1).join('.');

function read(field: Field, text: string): Reading {
	if (field.kind !== 'yes-no' && field.kind !== 'list') return readField(field, text);
	const value =
		field.kind === 'list' ? text.split(',').map(entry => entry.trim()) : {true: true, false: false}[text];
	if (value === undefined) return {ok: false, message: 'It takes true or false.'};
	const answer: FieldAnswer = {kind: 'given', value};
	const message = problemWith(field, answer);
	return message === undefined ? {ok: true, answer} : {ok: false, message};
}

function answered(field: Field, reading: Reading, flag: string, problems: string[]): readonly Answer[] {
	if (reading.ok) return [[field.id, reading.answer]];
	problems.push(`${flag}: ${reading.message}`);
	return [];
}
