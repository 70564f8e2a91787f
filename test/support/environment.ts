import {tmpdir} from 'node:os';
import {join} from 'node:path';

/**
The variables of this process that a program under test gets: those of a person's shell, without what a test runner,
a CI service or a developer's own settings add, all of which change how terminal programs behave.
*/
export function personalEnvironment(
	changes: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
	const variables = {
		...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isForeign(name))),
		TERM: 'xterm-256color',
		COLORTERM: 'truecolor',
		LANG: 'C.UTF-8',
		// What Node keeps of what it compiled, which is of no person.
		XDG_CACHE_HOME: join(tmpdir(), 'byoo-test-cache'),
		...changes,
	};
	// A variable that is undefined must be absent: node-pty would pass on the word "undefined".
	const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;
	return Object.fromEntries(Object.entries(variables).filter(isSet));
}

const isForeign = (name: string): boolean =>
	/^(CI|CI_.*|CONTINUOUS_INTEGRATION|GITHUB_.*|BUILD_NUMBER|RUN_ID)$/.test(name) ||
	/^(NO_COLOR|FORCE_COLOR|DEV|DEBUG|INK_.*|TERM_.*|NODE_.*|npm_.*)$/.test(name) ||
	/^(BYOO_.*|JUNCTION_.*|VITAL_.*|(http|https|no|all)_proxy)$/i.test(name);
