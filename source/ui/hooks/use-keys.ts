import {type Key, useInput} from 'ink';
import {useConversation} from '../conversation.ts';
import {type Action, actionOf} from '../key-table.ts';

export type Bindings = {readonly [Name in Action]?: (() => void) | undefined};

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
			if (handler) handler();
			else otherwise?.(input, key);
		},
		{isActive},
	);
}

/** The actions that have a handler now. */
export const boundActions = (bindings: Bindings): readonly Action[] =>
	(Object.keys(bindings) as Action[]).filter(action => bindings[action] !== undefined);
