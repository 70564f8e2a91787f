import type {FieldId} from '../field.ts';
import {type FieldAnswer, type FieldAnswers, problemWith} from '../field-values.ts';
import {fieldsOf} from '../fields.ts';
import type {FieldProblem} from '../problem.ts';
import type {Provider} from '../providers/provider.ts';
import type {FoundField} from './applications.ts';
import {askedOf} from './asked.ts';
import type {DocumentName} from './documents/entry.ts';
import {questionWords, recognise} from './recognise.ts';
import {take} from './take.ts';

/** What of a document a provider can use, or in words why nobody can be spared to look at it. */
export type DocumentFields =
	| {
			readonly ok: true;
			readonly name: DocumentName;
			/** Fields of the provider, at least one. */
			readonly fields: readonly FoundField[];
			readonly redirectUris: readonly string[];
	  }
	| {readonly ok: false; readonly message: string};

/** What a text gives the fields of a provider, where nobody can be asked which of it is meant. */
export function documentFields(text: string, provider: Provider): DocumentFields {
	const recognition = recognise(text, provider);
	switch (recognition.kind) {
		case 'value':
			return {ok: false, message: unknownDocument};
		case 'refused':
			return {ok: false, message: `${recognition.refusal.message} ${recognition.refusal.advice}`};
		case 'question': {
			const titles = recognition.applications.map(({title}) => title).join(', ');
			return {
				ok: false,
				message: `${questionWords[recognition.reason]} In it (${recognition.name}): ${titles}.`,
			};
		}
		case 'document': {
			const {name, redirectUris} = recognition;
			const ids = new Set<FoundField['field']>(fieldsOf(provider).map(({id}) => id));
			const fields = recognition.fields.filter(({field}) => ids.has(field));
			return fields.length > 0
				? {ok: true, name, fields, redirectUris}
				: {ok: false, message: `None of the fields of ${provider.name} is in it (${name}).`};
		}
	}
}

const unknownDocument =
	"It is no document that is known: Google's client file, a settings file, JSON, a table, labelled lines, or an item of a password manager.";

/** The fields of a document as answers, and all that speaks against any of them. */
export type DocumentAnswers = {
	readonly answers: FieldAnswers;
	readonly problems: readonly FieldProblem[];
};

/** How the values are looked at. White space is kept in secrets alone. */
type How = {
	readonly exact: readonly FieldId[];
	readonly keepsWhitespace: boolean;
	/** What is answered besides. */
	readonly others: FieldAnswers;
};

/** Takes every value that was found through the one door, in the order of the provider's fields. */
export function documentAnswers(
	found: readonly FoundField[],
	provider: Provider,
	{exact, keepsWhitespace, others}: How,
): DocumentAnswers {
	const answers = new Map<FieldId, FieldAnswer>();
	const problems: FieldProblem[] = [];
	for (const field of fieldsOf(provider)) {
		const one = found.find(candidate => candidate.field === field.id);
		if (!one) continue;
		const isSecret = field.kind === 'secret';
		const isExact = exact.includes(field.id);
		const asked = askedOf(field, provider, {
			isExact,
			keepsWhitespace: keepsWhitespace && isSecret,
			others: {...others, ...Object.fromEntries(answers)},
		});
		const taken = take(one.value.reveal(), asked, `--exact ${field.id}`);
		const value = taken.ok ? (isSecret ? taken.value : taken.value.reveal()) : undefined;
		const answer = value === undefined ? undefined : ({kind: 'given', value} as const);
		const message = taken.ok ? answer && !isExact && problemWith(field, answer) : taken.message;
		if (message) problems.push({field: field.id, message: `${field.title}: ${message}`});
		else if (answer) answers.set(field.id, answer);
	}
	return {answers: Object.fromEntries(answers), problems};
}
