import {useRef, useState} from 'react';
import type {Field} from '../../../domain/field.ts';
import type {Secret} from '../../../domain/secret.ts';
import {readValue} from '../../../domain/values/doubts.ts';
import {contextFor} from '../../../wizard/field-context.ts';
import {useConversation} from '../../conversation.ts';

/** What is unusual about a value is said once; Enter again keeps it. It never blocks. */
export function useNotes(field: Field) {
	const {wizard} = useConversation();
	const [notes, setNotes] = useState<readonly string[]>([]);
	const noted = useRef<Secret>(undefined);
	const context = contextFor(field, wizard.answers);
	/** What is to be said of it before it is taken, said from now on. */
	const note = (value: Secret): readonly string[] => {
		const doubts = context ? readValue(value.reveal(), {...context, isExact: true}).doubts : [];
		const messages = doubts.filter(({severity}) => severity === 'note').map(({message}) => message);
		const isNew = messages.length > 0 && !noted.current?.is(value.reveal());
		noted.current = value;
		const found = isNew ? [...messages, keepsIt] : [];
		setNotes(found);
		return found;
	};
	return {context, notes, note, forget: () => setNotes([])};
}

export const keepsIt = 'Enter again keeps it as it is.';
