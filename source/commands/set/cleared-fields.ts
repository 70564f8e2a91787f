import {otherDetails, withOtherDetails} from '../../domain/body/details-answers.ts';
import type {FieldId} from '../../domain/field.ts';
import type {FieldAnswer, FieldAnswers} from '../../domain/field-values.ts';
import {fieldsOf} from '../../domain/fields.ts';
import type {FieldProblem} from '../../domain/problem.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import type {Values} from '../flags/flags.ts';

/** The cleared fields: a known one, or a detail that the catalogue does not know. */
export function clearedFields(
	values: Values,
	provider: Provider,
	problems: FieldProblem[],
): {readonly answers: FieldAnswers; readonly otherKeys: readonly string[]} {
	const fields = fieldsOf(provider);
	const cleared: [FieldId, FieldAnswer][] = [];
	const otherKeys: string[] = [];
	for (const name of values.clear ?? []) {
		const field = fields.find(({id, path}) => id === name || path.join('.') === name);
		const other = /^details\.([A-Za-z0-9_-]{1,60})$/.exec(name)?.[1];
		if (field?.isRequired) {
			problems.push({field: field.id, message: `--clear: ${field.title} is needed and cannot be cleared.`});
		} else if (field) cleared.push([field.id, {kind: 'empty'}]);
		else if (other !== undefined && provider.ownOAuth !== 'practice') otherKeys.push(other);
		else problems.push({field: 'clear', message: clearable(provider)});
	}
	return {answers: Object.fromEntries(cleared), otherKeys};
}

function clearable(provider: Provider): string {
	const names = fieldsOf(provider).flatMap(({isRequired, path}) => (isRequired ? [] : [path.join('.')]));
	return names.length === 0
		? `--clear does not apply: ${provider.name} has no field that may be empty.`
		: `--clear takes one of these for ${provider.name}: ${names.join(', ')}.`;
}

/** Details that no field knows are cleared by null, beside those that were given. */
export function withCleared(answers: FieldAnswers, keys: readonly string[]): FieldAnswers {
	if (keys.length === 0) return answers;
	const cleared = Object.fromEntries(keys.map(key => [key, null]));
	return withOtherDetails(answers, {...otherDetails(answers), ...cleared});
}
