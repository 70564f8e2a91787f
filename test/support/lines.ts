import {keys} from './keys.ts';
import type {Terminal} from './terminal.ts';

/**
A person who hears a terminal line by line: what was written since the last answer is read up to the question at its end,
and answered. Nothing that was written before counts any more.
*/
export function listener(terminal: Terminal) {
	let heardUpTo = 0;
	const fresh = (): string => terminal.raw().slice(heardUpTo).replaceAll('\r\n', '\n');
	/** Waits for a question at the end of what was written, and gives all that came with it. */
	async function hear(prompt: RegExp): Promise<string> {
		await terminal.waitFor(() => new RegExp(`(?:${prompt.source})$`).test(fresh()));
		return fresh();
	}
	const send = (text: string) => {
		heardUpTo = terminal.raw().length;
		terminal.write(text);
	};
	return {
		hear,
		send,
		/** Types the answer to a question, then Enter. */
		async answer(prompt: RegExp, text: string): Promise<string> {
			const said = await hear(prompt);
			send(text === '' ? keys.enter : `${text}${keys.enter}`);
			return said;
		},
		/** Pastes it, waits until its length is said, then Enter. */
		async paste(prompt: RegExp, text: string): Promise<string> {
			const said = await hear(prompt);
			heardUpTo = terminal.raw().length;
			terminal.paste(text);
			await hear(/\(\d+ characters?, not shown\) /);
			send(keys.enter);
			return said;
		},
		/** The number of an option in what was said. */
		numberOf(said: string, label: RegExp): string {
			const [, number = ''] = new RegExp(`^(\\d+)\\. .*${label.source}`, 'm').exec(said) ?? [];
			return number;
		},
	};
}
