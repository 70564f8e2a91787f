import {type ReactNode, useRef, useState} from 'react';
import type {Field} from '../../../domain/field.ts';
import {Secret} from '../../../domain/secret.ts';
import {droppedPath} from '../../../domain/values/dropped-path.ts';
import {documentIn} from '../../../wizard/found.ts';
import {useConversation} from '../../conversation.ts';
import {DroppedFile} from './dropped-file.tsx';
import {FoundOffer} from './found-offer.tsx';
import type {Found} from './offering.ts';

type Shown = Found | {readonly kind: 'path'; readonly path: string; readonly text: Secret};

/** What is found in a text, and how it is offered in the place of the prompt. */
type Finding = {
	readonly recognised: (text: string) => Found | undefined;
	/** `onFound` is told what is offered next; nothing where the value is typed instead. */
	readonly offered: (found: Found, onFound: (next?: Found) => void) => ReactNode;
	/** Told what a file holds that has nothing but a value in it. */
	readonly onValue: (value: Secret) => void;
};

/** Recognises what is more than a value, and the path of a dropped file, and offers it in the place of the prompt. */
export function useFound({recognised, offered, onValue}: Finding) {
	const [shown, setShown] = useState<Shown>();
	/** A path that was said to be none. */
	const declined = useRef<Secret>(undefined);
	/** Whether the text is a document, or the path of a file, which is offered from now on. */
	const take = (text: string): boolean => {
		const path = declined.current?.is(text) ? undefined : droppedPath(text);
		const next =
			path === undefined ? recognised(text) : ({kind: 'path', path, text: new Secret(text)} as const);
		if (next) setShown(next);
		return next !== undefined;
	};
	if (shown?.kind !== 'path') return {take, offer: shown && offered(shown, setShown)};
	const read = (text: Secret) => {
		const next = recognised(text.reveal());
		setShown(next);
		if (!next) onValue(text);
	};
	const decline = () => {
		declined.current = shown.text;
		setShown(undefined);
	};
	return {take, offer: <DroppedFile path={shown.path} onRead={read} onInstead={decline} />};
}

/** The same where the value of a field is asked for. `onKept` takes a document as that value, where it may be one. */
export function useFoundIn(field: Field, onValue: (value: Secret) => void, onKept?: (text: Secret) => void) {
	const {wizard} = useConversation();
	const entered = useRef<Secret>(undefined);
	return useFound({
		recognised: text => {
			entered.current = new Secret(text);
			return documentIn(text, field, wizard.answers);
		},
		offered: (found, onFound) => (
			<FoundOffer
				field={field}
				found={found}
				onFound={onFound}
				onKept={
					onKept &&
					(() => {
						onFound();
						if (entered.current) onKept(entered.current);
					})
				}
			/>
		),
		onValue,
	});
}
