import type {Key} from 'ink';

/** Everything a key can do outside of typing. */
export type Action =
	| 'next'
	| 'back'
	| 'up'
	| 'down'
	| 'page-up'
	| 'page-down'
	| 'first'
	| 'last'
	| 'toggle'
	| 'reveal'
	| 'copy'
	| 'open'
	| 'present'
	| 'help'
	| 'question'
	| 'forget'
	| 'other-api'
	| 'forwarder'
	| 'clear'
	| 'suspend'
	| 'repaint'
	| 'leave';

type Binding = {
	readonly action: Action;
	/** The key as the footer names it; without one the footer leaves it out. */
	readonly label?: string;
	readonly does: string;
	readonly matches: (input: string, key: Key) => boolean;
};

const ctrl = (letter: string) => (input: string, key: Key) => key.ctrl && input === letter;

/**
The one table of keys. What a key does is decided here, and the footer is made of it, in this order.
Several Returns that arrive in one piece are one Return.
*/
export const keyTable: readonly Binding[] = [
	{action: 'up', label: '↑↓', does: 'move', matches: (_, key) => key.upArrow},
	{action: 'down', does: 'move', matches: (_, key) => key.downArrow},
	{action: 'page-up', does: 'page up', matches: (_, key) => key.pageUp},
	{action: 'page-down', does: 'page down', matches: (_, key) => key.pageDown},
	{action: 'first', does: 'first', matches: (_, key) => key.home},
	{action: 'last', does: 'last', matches: (_, key) => key.end},
	{action: 'toggle', label: 'Space', does: 'select', matches: input => input === ' '},
	{
		action: 'next',
		label: 'Enter',
		does: 'next',
		matches: (input, key) => key.return || /^[\r\n]+$/.test(input),
	},
	{action: 'back', label: 'Esc', does: 'back', matches: (_, key) => key.escape || (key.tab && key.shift)},
	{action: 'other-api', label: 'Tab', does: 'change the API', matches: (_, key) => key.tab && !key.shift},
	{
		action: 'forwarder',
		label: 'Tab',
		does: 'write a forwarder',
		matches: (_, key) => key.tab && !key.shift,
	},
	{action: 'reveal', label: 'Ctrl+R', does: 'reveal', matches: ctrl('r')},
	{action: 'copy', label: 'Ctrl+Y', does: 'copy', matches: ctrl('y')},
	{action: 'open', label: 'Ctrl+O', does: 'portal', matches: ctrl('o')},
	{action: 'present', does: 'presenter mode', matches: ctrl('t')},
	{action: 'question', does: 'help', matches: input => input === '?'},
	{action: 'help', label: 'Ctrl+G', does: 'help', matches: ctrl('g')},
	{action: 'forget', label: 'Ctrl+X', does: 'forget', matches: ctrl('x')},
	{action: 'clear', label: 'Ctrl+U', does: 'clear', matches: ctrl('u')},
	{action: 'suspend', does: 'shell', matches: ctrl('z')},
	{action: 'repaint', does: 'paint anew', matches: ctrl('l')},
	{action: 'leave', label: 'Ctrl+C', does: 'leave', matches: ctrl('c')},
];

/** What is heard at every step, also under the help. */
export const appActions = [
	'leave',
	'suspend',
	'repaint',
	'help',
	'present',
] as const satisfies readonly Action[];

/** What the key does, among the actions that mean something now. */
export const actionOf = (input: string, key: Key, among: readonly Action[]): Action | undefined =>
	keyTable.find(binding => among.includes(binding.action) && binding.matches(input, key))?.action;

/**
What keys do, where the table's word is too general; of two the second is for where the first does not fit. With an
empty word the footer leaves the key out, because it does nothing there that is worth a word.
*/
export type KeyWords = {readonly [Name in Action]?: string | readonly [does: string, brief: string]};

type Hint = {readonly label: string; readonly does: string; readonly brief: string};

/** The footer's hints for these actions. */
export function hintsFor(actions: readonly Action[], words: KeyWords = {}): readonly Hint[] {
	return keyTable.flatMap(({action, label, does: usual}) => {
		if (label === undefined || !actions.includes(action)) return [];
		const word = words[action] ?? usual;
		if (word === '') return [];
		const [does, brief] = typeof word === 'string' ? [word, word] : word;
		return [{label, does, brief}];
	});
}

/** What goes first where the width does not do. How to go on, back and out stays. */
const expendable: readonly string[] = [
	'Ctrl+U',
	'Ctrl+G',
	'↑↓',
	'Tab',
	'Ctrl+X',
	'Space',
	'Ctrl+O',
	'Ctrl+Y',
	'Ctrl+R',
];

/** The footer's line: as many hints as fit the width, in terminal cells; in brief where the last of them do not. */
export function footerLine(hints: readonly Hint[], width: number): string {
	const line = hints.map(({label, does}) => `${label} ${does}`).join(' · ');
	if (line.length <= width) return line;
	const dropped = expendable.find(label => hints.some(hint => hint.label === label));
	return dropped === undefined
		? hints.map(({label, brief}) => `${label} ${brief}`).join(' · ')
		: footerLine(
				hints.filter(({label}) => label !== dropped),
				width,
			);
}
