import {patching} from './patching.mjs';

const never = times => ({
	replacements: [{from: "process.env['DEV'] === 'true'", to: 'false', times}],
});

/**
With `DEV=true` in the environment Ink looks for React's developer tools and connects to them. In the bundle that
would be code without use, and someone's own `DEV` would start it. It cannot be left out by esbuild's `define`, since
Ink imports `process` instead of using the global one.
*/
export const withoutDevtools = patching('without-devtools', {
	'ink/build/ink.js': never(1),
	'ink/build/reconciler.js': never(2),
});
