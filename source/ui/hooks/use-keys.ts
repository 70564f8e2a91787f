import {type Key, useInput} from 'ink';
import {useConversation} from '../conversation.ts';
import {type Action, actionOf} from '../key-table.ts';

/** A handler is told whether its key came several times in one piece, as it does where it is held down. */
export type Bindings = {readonly [Name in Action]?: ((isHeld: boolean) => void) | undefined};

/**
Calls the handler of the action that the key stands for; any other key goes to `otherwise`.
Only bound actions take their keys away from typing. Under the help nothing is heard.
*/
export function useKeys(
	bindings: Bindings,
	otherwise?: (input: string, key: Key) => void,
	options: {readonly isActive?: boolean} = {},
): void {
	const {isCovered} = useConversation();
	const isActive = options.isActive !== false && !isCovered;
	useInput(
		(input, key) => {
			const action = actionOf(input, key, boundActions(bindings));
			const handler = action && bindings[action];
			if (handler) handler(isHeldReturn(input));
			else otherwise?.(input, key);
		},
		{isActive},
	);
}

/** Of Return alone that matters: what it does may not be undone. */
export const isHeldReturn = (input: string): boolean => /^[\r\n]{2,}$/.test(input);

/** The actions that have a handler now. */
export const boundActions = (bindings: Bindings): readonly Action[] =>
	(Object.keys(bindings) as Action[]).filter(action => bindings[action] !== undefined);
