import {patching} from './patching.mjs';

const effect = `setState(previousState => {
            if (!focus || !showCursor) {
                return previousState;
            }`;

/**
After each key ink-text-input sets its state to what it is already, where it shows no cursor. React renders for that
once more, and Ink lays out and takes apart the whole frame a second time to find that nothing changed.
*/
export const drawnOnce = patching('drawn-once', {
	'ink-text-input/build/index.js': {
		replacements: [
			{
				from: effect,
				to: `if (!focus || !showCursor) return;
        setState(previousState => {`,
				times: 1,
			},
		],
	},
});
