import {changedCells, placed, wholeLines} from './changed-cells.ts';

type Position = {readonly x: number; readonly y: number};

const show = '\u001b[?25h';
const hide = '\u001b[?25l';
const erased = '\u001b[H\u001b[J';

/**
What Ink writes its frames with, for frames on a screen of their own, which begin at its top. Is as Ink's is, but that
places are absolute, and that no more is written of a line than what changes.
*/
export function createLog(stream: NodeJS.WriteStream) {
	/** Nothing where it is unknown what the screen shows. */
	let shown: {readonly text: string; readonly lines: readonly string[]; readonly columns: number} | undefined;
	let caret: Position | undefined;
	let asked: Position | undefined;
	let isAsked = false;
	let isHidden = false;

	const wanted = (): Position | undefined => (isAsked ? asked : undefined);
	const isChanged = (text: string): boolean =>
		text !== shown?.text || wanted()?.x !== caret?.x || wanted()?.y !== caret?.y;
	/** Hidden while something is written, so that it does not run about. */
	const hidden = (): string => (caret || !isHidden ? hide : '');
	const caretIn = (lines: readonly string[]): string => {
		const position = wanted();
		return position ? placed(Math.min(position.y, lines.length - 1), position.x) + show : '';
	};
	const know = (text: string, lines: readonly string[]): void => {
		shown = {text, lines, columns: stream.columns};
		caret = wanted();
		isAsked = false;
		isHidden = true;
	};
	const forget = (): void => {
		shown = undefined;
		caret = undefined;
	};

	function render(text: string): boolean {
		if (!isChanged(text)) {
			isAsked = false;
			return false;
		}
		const before = shown?.columns === stream.columns ? shown.lines : undefined;
		const lines = text.split('\n');
		const changes = before ? changedCells(before, lines, stream.columns) : erased + wholeLines(lines);
		stream.write(hidden() + changes + caretIn(lines));
		know(text, lines);
		return true;
	}

	return Object.assign(render, {
		clear() {
			stream.write((caret ? hide : '') + erased);
			forget();
		},
		done() {
			forget();
			stream.write(show);
			isHidden = false;
		},
		reset: forget,
		/** Told what another has written. */
		sync(text: string) {
			const lines = text.split('\n');
			stream.write((caret && !wanted() ? hide : '') + caretIn(lines));
			know(text, lines);
		},
		setCursorPosition(position: Position | undefined) {
			asked = position;
			isAsked = true;
		},
		isCursorDirty: () => isAsked,
		willRender: isChanged,
		getCursorPosition: () => caret,
	});
}
