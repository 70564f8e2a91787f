import {useRef, useState} from 'react';
import {type FieldAnswer, isSecretValue, parseField} from '../../../domain/field-values.ts';
import type {Secret} from '../../../domain/secret.ts';
import {detailDoubts} from '../../../wizard/many-doubts.ts';
import {useConversation} from '../../conversation.ts';
import {SecretPrompt} from '../../prompts/secret-prompt.tsx';
import {useFoundIn} from '../found/use-found.tsx';
import type {Answering} from './field-answering.ts';
import {useSaidOnce} from './use-said-once.ts';

/**
Details of unknown shape may hold secrets, so their JSON is entered like one. What is doubted about the texts in it is
said once; what cannot be right is not taken.
*/
export function JsonField({
	field,
	kept,
	isStored,
	onAnswer,
}: Answering & {readonly kept: FieldAnswer | undefined; readonly isStored: boolean}) {
	const {wizard, back} = useConversation();
	const known = kept?.kind === 'given' && isSecretValue(kept.value) ? kept.value : undefined;
	const [brought, setBrought] = useState<Secret>();
	/** What was said to be the details, whatever document it looks like. */
	const details = useRef<Secret>(undefined);
	const keep = (text: Secret) => {
		details.current = text;
		setBrought(text);
	};
	const found = useFoundIn(field, keep, keep);
	const sayOnce = useSaidOnce();
	const submit = (secret: Secret): string | undefined => {
		const text = secret.reveal();
		if (secret === known) return onAnswer({kind: 'given', value: secret});
		if (!details.current?.is(text) && found.take(text)) return undefined;
		const reading = parseField(field, text);
		if (!reading.ok) return reading.message;
		return sayOnce(secret, detailDoubts(secret, wizard.answers)) ?? onAnswer(reading.answer);
	};
	if (found.offer) return found.offer;
	return (
		<SecretPrompt
			kept={known}
			keptHint={isStored ? 'Enter keeps what is stored, typing or pasting replaces it' : undefined}
			initial={brought}
			isOptional
			isExact
			onSubmit={submit}
			onBack={back}
		/>
	);
}
