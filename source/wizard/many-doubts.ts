import {jsonOf, sealed, secretsIn} from '../domain/body/seal.ts';
import {leavesIn} from '../domain/body/walk.ts';
import type {Field} from '../domain/field.ts';
import {Secret} from '../domain/secret.ts';
import {shownPath} from '../domain/text.ts';
import {secretDetail} from '../domain/values/asked.ts';
import {contextOf} from '../domain/values/context.ts';
import {readValue, stopping} from '../domain/values/doubts.ts';
import type {Context} from '../domain/values/kind.ts';
import type {Answers} from './answers.ts';
import {contextFor, othersThan} from './field-context.ts';
import {providerOf} from './steps.ts';

/** What is to be said about a text among several, and whether it cannot be right. */
export type OneOfMany = {readonly isRefused: boolean; readonly message: string};

/** Of the texts in a JSON object, each by the path to it. One without a text in it is meant to be empty. */
export function detailDoubts(details: Secret, answers: Answers): readonly OneOfMany[] {
	const provider = providerOf(answers);
	const others = othersThan({id: 'details'}, answers);
	if (!provider) return [];
	return leavesIn(sealed(jsonOf(details) ?? {}), ['details']).flatMap(({path, value}) => {
		const context = contextOf(secretDetail(path), provider);
		const texts = secretsIn(value).filter(text => text.reveal().trim() !== '');
		return context
			? texts.flatMap(text => doubtsOf(text, shownPath(path.join('.')), {...context, others}))
			: [];
	});
}

/** Of the entries of a list that are none of the known ones. */
export function entryDoubts(
	field: Field,
	entries: readonly string[],
	answers: Answers,
): readonly OneOfMany[] {
	const context = contextFor(field, answers);
	const {options = []} = field;
	if (!context) return [];
	return entries.flatMap((entry, index) =>
		options.includes(entry) ? [] : doubtsOf(new Secret(entry), `Entry ${index + 1}`, context),
	);
}

const doubtsOf = (text: Secret, name: string, context: Context): readonly OneOfMany[] =>
	stopping(readValue(text.reveal(), context)).map(({severity, message}) => ({
		isRefused: severity === 'refuse',
		message: `${name}: ${message}`,
	}));
