import stringWidth from 'string-width';
import {finalLineBreak} from '../../domain/values/signs.ts';
import type {keyStream} from '../key-stream.ts';
import {charactersOf} from '../prompts/editor.ts';
import {esc, interrupt, pasteEnd, pasteStart} from '../split-keys.ts';
import {counted} from '../words.ts';

/** What was entered; `back` where Escape was pressed instead. */
export type Entered = {readonly kind: 'line'; readonly text: string} | {readonly kind: 'back'};

export type LineQuestion = {
	/** Said at the beginning of the line. */
	readonly prompt: string;
	/** Whether what is typed must not be seen or heard; of a paste only its length is said, too. */
	readonly isSecret: boolean;
	/** Whether a pasted text may be a secret although none is asked for. */
	readonly mayBeSecret: (text: string) => boolean;
};

type Open = LineQuestion & {readonly settle: (entered: Entered) => void};

const controls = {erase: ['\u0008', '\u007f'], clear: '\u0015', suspend: '\u001a'} as const;

const isTypedLine = /^[^\r\n]+[\r\n]$/;

/**
Lines, typed one after the other on a terminal in raw mode. What is typed is written behind the prompt, and nothing that
is written is ever painted over: a screen reader says each sign once. Backspace rubs out the sign before it, as every
terminal does. What is typed while nothing is asked is dropped. A paste is never Enter.
*/
export function lineInput(
	keys: ReturnType<typeof keyStream>,
	write: (text: string) => void,
	on: {readonly interrupt: () => void; readonly suspend: () => void; readonly typed: () => void},
) {
	let open: Open | undefined;
	/** What was entered, each piece with whether it is seen. */
	let typed: readonly {readonly sign: string; readonly isSeen: boolean}[] = [];

	const settle = (entered: Entered) => {
		const {settle: settled} = open ?? {};
		open = undefined;
		typed = [];
		write('\n');
		settled?.(entered);
	};
	const insert = (text: string, {isSecret, mayBeSecret}: Open) => {
		const isPaste = text.length > 1;
		const isUnseen = isSecret || (isPaste && (/[\r\n]/.test(text) || mayBeSecret(text)));
		const signs = charactersOf(text).map(sign => ({sign, isSeen: !isUnseen && !/\p{Cc}|\p{Cf}/u.test(sign)}));
		typed = [...typed, ...signs];
		on.typed();
		if (isUnseen && isPaste) write(`(${counted(signs.length)}, not shown) `);
		else for (const {sign, isSeen} of signs) if (isSeen) write(sign);
	};
	const erase = () => {
		const last = typed.at(-1);
		typed = typed.slice(0, -1);
		if (last?.isSeen) write('\b \b'.repeat(stringWidth(last.sign)));
	};
	const clear = () => {
		typed = [];
		write(`\n${open?.prompt ?? ''}`);
	};
	const enter = () => settle({kind: 'line', text: typed.map(({sign}) => sign).join('')});
	const take = (key: string, question: Open) => {
		if (/^[\r\n]+$/.test(key)) enter();
		else if (key === esc) settle({kind: 'back'});
		else if (controls.erase.some(erasing => erasing === key)) erase();
		else if (key === controls.clear) clear();
		else if (key.startsWith(pasteStart))
			insert(key.slice(pasteStart.length, -pasteEnd.length).replace(finalLineBreak, ''), question);
		// Arrows, and whatever else types nothing.
		else if (key.startsWith(esc) || /^[\p{Cc}]$/u.test(key)) return;
		else {
			insert(key.replace(finalLineBreak, ''), question);
			// Fast keys may arrive as one text. A secret goes on by a Return alone.
			if (isTypedLine.test(key) && !question.isSecret) enter();
		}
	};
	keys.on('data', (data: string | Buffer) => {
		const key = data.toString();
		if (key === interrupt) on.interrupt();
		else if (key === controls.suspend) on.suspend();
		else if (open) take(key, open);
	});
	return {
		/** Asks for a line. A question that is open is given up for it. */
		ask(question: LineQuestion): Promise<Entered> {
			return new Promise(resolve => {
				open = {...question, settle: resolve};
				typed = [];
				write(question.prompt);
			});
		},
		/** Says something while a line is open, which then begins anew. */
		interject(lines: readonly string[]): void {
			typed = [];
			const text = `${lines.join('\n')}\n`;
			write(open ? `\n${text}${open.prompt}` : text);
		},
	};
}
