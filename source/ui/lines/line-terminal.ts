import type {JobControl} from '../../domain/suspension.ts';
import {keyStream, type TerminalInput} from '../key-stream.ts';
import {lineInput} from './line-input.ts';

const markedPastes = '\u001b[?2004h';
const usualModes = '\u001b[?2004l';

const leavingWords = 'Leave? What you entered is lost. Control C again leaves.';

/** The terminal while it is ours: keys as they come, and nobody else shows them. `leave` is what Ctrl+C comes to. */
export function lineTerminal(
	{
		stdin,
		stdout,
		jobControl,
	}: {
		readonly stdin: TerminalInput;
		readonly stdout: NodeJS.WriteStream;
		readonly jobControl: JobControl;
	},
	state: {readonly wouldLose: () => boolean; readonly onTyped: () => void},
	leave: () => void,
) {
	const keys = keyStream(stdin);
	const write = (text: string) => void stdout.write(text);
	const take = (isOurs: boolean) => {
		keys.setRawMode?.(isOurs);
		write(isOurs ? markedPastes : usualModes);
	};
	let isAskedToLeave = false;
	let isOver = false;
	const suspend = (whom: 'process' | 'group') => {
		take(false);
		jobControl.stop(whom).then(() => {
			if (isOver) return;
			take(true);
			input.interject(['Going on.']);
		});
	};
	const input = lineInput(keys, write, {
		interrupt() {
			if (isAskedToLeave || !state.wouldLose()) return leave();
			isAskedToLeave = true;
			input.interject([leavingWords]);
		},
		suspend: () => suspend('group'),
		typed() {
			isAskedToLeave = false;
			state.onTyped();
		},
	});
	const unwatch = jobControl.watch({
		onStop: () => suspend('process'),
		// The shell may have set the terminal as it likes it.
		onContinue: () => take(true),
	});
	take(true);
	return {
		write,
		ask: input.ask,
		/** Gives the terminal back as it was. */
		putAway(): void {
			if (isOver) return;
			isOver = true;
			unwatch();
			keys.dispose();
			take(false);
		},
	};
}
