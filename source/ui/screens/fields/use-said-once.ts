import {useRef} from 'react';
import type {Secret} from '../../../domain/secret.ts';
import type {OneOfMany} from '../../../wizard/many-doubts.ts';
import {keepsIt} from './use-notes.ts';

/**
Says what there is to doubt about a value of many texts: what cannot be right each time, the rest once for the same
value, so that Enter again keeps it. Nothing where it can be taken.
*/
export function useSaidOnce(): (value: Secret, doubts: readonly OneOfMany[]) => string | undefined {
	const said = useRef<Secret>(undefined);
	return (value, doubts) => {
		const refused = doubts.filter(({isRefused}) => isRefused);
		if (refused.length > 0) return refused.map(({message}) => message).join(' ');
		if (doubts.length === 0 || said.current?.is(value.reveal())) return undefined;
		said.current = value;
		return [...doubts.map(({message}) => message), keepsIt].join(' ');
	};
}
