import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {useInput} from 'ink';
import {createElement} from 'react';
import {keyStream} from '../../source/ui/key-stream.ts';
import {type Action, actionOf, keyTable} from '../../source/ui/key-table.ts';
import {editOf} from '../../source/ui/prompts/editor.ts';
import {mount} from '../support/screen.ts';

/*
The bytes that keys arrive as from the terminals of Windows and macOS, through the code that hands them to the wizard.
They are what these terminals and libuv are known to send; no such terminal was at hand.
*/

const among = keyTable.map(({action}): Action => action);

/** What a key does, in a list and in a line of text. */
function Listener({onKey}: {readonly onKey: (does: string) => void}) {
	useInput((input, key) => {
		const action = actionOf(input, key, among);
		const edit = editOf(input, key);
		const typed = edit?.kind === 'insert' ? `types ${edit.text}` : edit?.kind;
		onKey([action, typed].filter(does => does !== undefined).join(', ') || 'nothing');
	});
	return null;
}

/** From a terminal, by what it means: none of them may type anything that nobody typed. */
const rows: Readonly<Record<string, Readonly<Record<string, readonly [bytes: string, does: string]>>>> = {
	'Windows Terminal and conhost, as Node translates their keys': {
		'↑': ['\u001b[A', 'up'],
		'↓': ['\u001b[B', 'down'],
		'←': ['\u001b[D', 'left'],
		Home: ['\u001b[1~', 'first, start'],
		End: ['\u001b[4~', 'last, end'],
		PageUp: ['\u001b[5~', 'page-up'],
		PageDown: ['\u001b[6~', 'page-down'],
		Delete: ['\u001b[3~', 'delete'],
		Insert: ['\u001b[2~', 'nothing'],
		F1: ['\u001b[[A', 'nothing'],
		Backspace: ['\u0008', 'backspace'],
		'Ctrl+Backspace': ['\u007f', 'backspace'],
		Enter: ['\r', 'next'],
		'Shift+Tab': ['\u001b[Z', 'back'],
		'AltGr+E': ['€', 'types €'],
	},
	'ConPTY, by SSH or in WSL': {
		Backspace: ['\u007f', 'backspace'],
		'Ctrl+Backspace': ['\u0008', 'backspace'],
		Home: ['\u001b[H', 'first, start'],
		End: ['\u001b[F', 'last, end'],
		'Ctrl+←': ['\u001b[1;5D', 'word-left'],
		'Ctrl+→': ['\u001b[1;5C', 'word-right'],
		'Ctrl+Home': ['\u001b[1;5H', 'first, start'],
		'Ctrl+Delete': ['\u001b[3;5~', 'delete'],
		'Alt+Backspace': ['\u001b\u007f', 'kill-word'],
		'Alt+Enter': ['\u001b\r', 'next'],
	},
	'Terminal and iTerm on macOS': {
		Backspace: ['\u007f', 'backspace'],
		'Fn+Delete': ['\u001b[3~', 'delete'],
		'Option+←': ['\u001bb', 'word-left'],
		'Option+→': ['\u001bf', 'word-right'],
		'Option+←, of iTerm': ['\u001b[1;3D', 'word-left'],
		'Option+←, with Esc+': ['\u001b\u001b[D', 'word-left'],
		'Option+Delete': ['\u001b\u007f', 'kill-word'],
		'Command+←': ['\u0001', 'start'],
		'Command+→': ['\u0005', 'end'],
		'Command+Delete': ['\u0015', 'clear, kill-to-start'],
		Home: ['\u001b[H', 'first, start'],
		'Home, in application mode': ['\u001bOH', 'first, start'],
		'End, in application mode': ['\u001bOF', 'last, end'],
		'↑, in application mode': ['\u001bOA', 'up'],
		'Enter of the number pad, in application mode': ['\u001bOM', 'next'],
		'Shift+Enter, where it has a code of its own': ['\u001b[13;2u', 'next'],
	},
};

/** What a terminal says that was asked for it by another program, or keeps a mode of one. */
const unasked: Readonly<Record<string, string>> = {
	'a key of win32-input-mode': '\u001b[65;30;97;1;0;1_',
	'Enter of win32-input-mode': '\u001b[13;28;13;1;0;1_',
	'Shift+Enter of modifyOtherKeys': '\u001b[27;2;13~',
	'the focus that comes and goes': '\u001b[I\u001b[O',
	'where the cursor is': '\u001b[12;40R',
	'what kind of terminal it is': '\u001b[?62;4c',
};

/** What it does, and what a letter after it does. */
async function heard(bytes: string): Promise<readonly string[]> {
	const does: string[] = [];
	const screen = mount(createElement(Listener, {onKey: one => void does.push(one)}), {
		stdin: stdin => keyStream(stdin) as unknown as NodeJS.ReadStream,
	});
	await screen.settle();
	screen.write(bytes);
	await screen.settle();
	screen.write('x');
	await screen.waitFor(() => does.at(-1) === 'types x');
	await screen.unmount();
	return does;
}

for (const [terminal, table] of Object.entries(rows)) {
	suite(`the keys of ${terminal}`, () => {
		for (const [key, [bytes, does]] of Object.entries(table)) {
			test(`${key}: ${does}`, async () => assert.deepEqual(await heard(bytes), [does, 'types x']));
		}
	});
}

suite('what nobody typed is not typed', () => {
	for (const [what, bytes] of Object.entries(unasked)) {
		test(what, async () => assert.deepEqual(await heard(bytes), ['types x']));
	}
});
