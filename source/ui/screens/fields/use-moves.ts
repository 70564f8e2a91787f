import type {Field} from '../../../domain/field.ts';
import {lowerFirst} from '../../../domain/text.ts';
import type {ValueReading} from '../../../domain/values/doubts.ts';
import {ownAnswers} from '../../../wizard/field-context.ts';
import {useConversation} from '../../conversation.ts';
import type {ValueMove} from '../../prompts/value-question.tsx';

/** The fields that a value may be meant for instead of this one, each as what answers it. */
export function useMoves(field: Field): (reading: ValueReading) => readonly ValueMove[] {
	const {wizard, dispatch} = useConversation();
	return reading =>
		ownAnswers(field, reading, wizard.answers).map(({title, step, answer}) => ({
			name: lowerFirst(title),
			move: () => void dispatch({type: 'answered-together', answers: [{step, answer}]}),
		}));
}
