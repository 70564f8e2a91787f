import type {Field} from '../domain/field.ts';
import {isSecretValue} from '../domain/field-values.ts';
import {Secret} from '../domain/secret.ts';
import {contextOf} from '../domain/values/context.ts';
import type {Context} from '../domain/values/kind.ts';
import type {Answers} from './answers.ts';
import {providerOf, stepsFor} from './steps.ts';

/** What the value of a field is looked at with, the other answers among it; undefined where no single text is its value. */
export function contextFor(field: Field, answers: Answers): Context | undefined {
	const provider = providerOf(answers);
	const context = provider && contextOf(field, provider);
	return context && {...context, others: othersThan(field, answers)};
}

const othersThan = (field: Field, answers: Answers): NonNullable<Context['others']> =>
	stepsFor(answers).flatMap(step => {
		const answer = step.kind === 'field' && step.id !== field.id ? answers[step.field.id] : undefined;
		if (answer?.kind !== 'given') return [];
		const {value} = answer;
		if (isSecretValue(value)) return [{title: step.title, value}];
		return typeof value === 'string' ? [{title: step.title, value: new Secret(value)}] : [];
	});
