import {useState} from 'react';
import type {Secret} from '../../../domain/secret.ts';
import {useConversation} from '../../conversation.ts';
import {SecretPrompt} from '../../prompts/secret-prompt.tsx';
import {useFoundIn} from '../found/use-found.tsx';
import type {Answering} from './field-answering.ts';
import {useMoves} from './use-moves.ts';
import {useNotes} from './use-notes.ts';

/** A secret. What a document or a file held for it is asked about at once, where there is something to ask. */
export function SecretField({field, kept, onAnswer}: Answering & {readonly kept: Secret | undefined}) {
	const {wizard, back} = useConversation();
	const {context, note} = useNotes(field);
	const [brought, setBrought] = useState(wizard.doubted[field.id]);
	const found = useFoundIn(field, setBrought);
	const movesFor = useMoves(field);
	const submit = (secret: Secret) => {
		if (secret.is('')) return onAnswer({kind: 'empty'});
		const said = secret === kept ? [] : note(secret);
		return said.length > 0 ? said.join(' ') : onAnswer({kind: 'given', value: secret});
	};
	if (found.offer) return found.offer;
	return (
		<SecretPrompt
			kept={kept}
			initial={brought}
			onRead={found.take}
			{...(context && {context})}
			movesFor={movesFor}
			isOptional={!field.isRequired}
			onSubmit={submit}
			onBack={back}
		/>
	);
}
