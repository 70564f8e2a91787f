import type {Field} from '../domain/field.ts';
import {problemWith} from '../domain/field-values.ts';
import type {Secret} from '../domain/secret.ts';
import {pairBeside} from '../domain/values/asked.ts';
import {contextOf} from '../domain/values/context.ts';
import {readValue, stopping, type ValueReading} from '../domain/values/doubts.ts';
import type {Context} from '../domain/values/kind.ts';
import {isKnownClientSecret} from '../domain/values/shapes.ts';
import type {Answers, FieldAnswered} from './answers.ts';
import {providerOf, stepsFor} from './steps.ts';

/** What the value of a field is looked at with, the other answers among it; undefined where no single text is its value. */
export function contextFor(field: Field, answers: Answers): Context | undefined {
	const provider = providerOf(answers);
	const context = provider && contextOf(field, provider);
	return context && {...context, others: othersThan(field, answers)};
}

/** The same of other fields that the values of scripts must not be. */
export function othersThan({id}: Pick<Field, 'id'>, answers: Answers): NonNullable<Context['others']> {
	const provider = providerOf(answers);
	return provider ? pairBeside(id, provider, answers) : [];
}

/** The answers to other fields, each with its title, that a value may be meant for: a secret where none is asked for. */
export function ownAnswers(
	asked: Field,
	{value, doubts}: ValueReading,
	answers: Answers,
): readonly (FieldAnswered & {readonly title: string})[] {
	// What only stands somewhere in a value is not that value.
	if (!doubts.some(({code, position}) => code === 'client-secret-elsewhere' && position === undefined))
		return [];
	return stepsFor(answers).flatMap(step => {
		if (step.kind !== 'field' || step.id === asked.id || !isSecretOf(step.field, value)) return [];
		const answer = answerOf(step.field, value, answers);
		return answer ? [{...answer, title: step.title}] : [];
	});
}

/** What is a client secret by its form alone is no other secret; one that is of the field's usual form, or of any. */
const isSecretOf = ({id, kind, expectation}: Field, value: Secret): boolean => {
	if (kind !== 'secret' || id === 'client-secret') return kind === 'secret';
	return expectation ? expectation.pattern.test(value.reveal()) : !isKnownClientSecret(value.reveal());
};

/** A value that was found for a field, as its answer; undefined where something is to be asked about it first. */
export function answerOf(field: Field, found: Secret, answers: Answers): FieldAnswered | undefined {
	const context = contextFor(field, answers);
	if (!context) return undefined;
	const reading = readValue(found.reveal(), context);
	const isClean = stopping(reading).length === 0;
	const value = isClean ? reading.value : mayLose(reading) ? undefined : reading.repaired;
	if (!value) return undefined;
	const answer = {kind: 'given', value: field.kind === 'secret' ? value : value.reveal()} as const;
	return problemWith(field, answer) === undefined ? {step: field.id, answer} : undefined;
}

const mayLose = (reading: ValueReading): boolean => stopping(reading).some(doubt => doubt.mayLose);
