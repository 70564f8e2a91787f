import {problemWith} from '../../../domain/field-values.ts';
import {useConversation} from '../../conversation.ts';
import type {Bindings} from '../../hooks/use-keys.ts';
import {useMasking} from '../../hooks/use-known-secrets.ts';
import {TextPrompt} from '../../prompts/text-prompt.tsx';
import {ValueQuestion} from '../../prompts/value-question.tsx';
import {Remarks} from '../../remarks.tsx';
import {type KnownText, originWords} from './field-answering.ts';
import {useTextEntry} from './use-text-entry.ts';

/** A text that may be shown. What was probably not meant is asked about, what is unusual is said below it. */
export function TextField({bindings = {}, ...known}: KnownText & {readonly bindings?: Bindings}) {
	const {field, initial, origin} = known;
	const {back} = useConversation();
	const {context, question, entered, found, again, ...entry} = useTextEntry(known);
	const isMasked = useMasking(context);
	if (found.offer) return found.offer;
	if (question) {
		return (
			<ValueQuestion
				reading={question}
				canKeep={value => problemWith(field, {kind: 'given', value: value.reveal()}) === undefined}
				moves={entry.movesFor(question)}
				onSettled={entry.settle}
				onAgain={() => again(initial)}
			/>
		);
	}
	const label =
		origin && !entry.isTouched && entered === initial && initial !== ''
			? originWords(origin, initial, isMasked(initial))
			: undefined;
	return (
		<Remarks remarks={label === undefined ? [] : [{tone: 'quiet', text: label}]} least={2}>
			<TextPrompt
				initial={entered}
				isReplaced={label !== undefined}
				said={entry.problem}
				notes={entry.notes}
				isSecret={isMasked}
				{...(field.isRequired ? {} : {placeholder: 'empty for none'})}
				onPasted={(text, whole) => found.take(text) || entry.judgeAtOnce(whole)}
				onChange={entry.changed}
				onSubmit={entry.submit}
				onBack={back}
				bindings={bindings}
			/>
		</Remarks>
	);
}
