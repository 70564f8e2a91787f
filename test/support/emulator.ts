import xterm, {type IBufferCell} from '@xterm/headless';

export type Size = {readonly columns: number; readonly rows: number};

type EmulatorOptions = Size & {
	/** Whether a bare line feed also returns to the first column, which a real terminal's driver sees to. */
	readonly convertEol?: boolean;
	/** Whether it shows nothing but the wizard, also where that was given no screen of its own. */
	readonly isWizard?: boolean;
	/** Hears what a terminal answers when the app asks it something. */
	readonly onReply?: (reply: string) => void;
};

/** xterm.js keeps to itself, and its own renderer, whether the cursor is hidden. */
type WithCursorState = {readonly _core: {readonly coreService: {readonly isCursorHidden: boolean}}};

/** A sign on the screen. Colours are those of the palette of 16, or none. */
export type Cell = {
	readonly sign: string;
	readonly color: number | undefined;
	readonly background: number | undefined;
	readonly isBold: boolean;
	readonly isDim: boolean;
	readonly isUnderlined: boolean;
	readonly isInverse: boolean;
};

const cellOf = (cell: IBufferCell): Cell => {
	const isBlank = !hasSign(cell) && !isLined(cell);
	return {
		sign: cell.getChars(),
		color: cell.isFgDefault() || isBlank ? undefined : cell.getFgColor(),
		background: cell.isBgDefault() ? undefined : cell.getBgColor(),
		isBold: cell.isBold() !== 0 && !isBlank,
		isDim: cell.isDim() !== 0 && !isBlank,
		isUnderlined: cell.isUnderline() !== 0,
		isInverse: cell.isInverse() !== 0,
	};
};

const hasSign = (cell: IBufferCell): boolean => cell.getChars().trim() !== '';

/** Whether its foreground is seen also where it has no sign. */
const isLined = (cell: IBufferCell): boolean =>
	cell.isInverse() !== 0 || cell.isUnderline() !== 0 || cell.isStrikethrough() !== 0;

const isSeen = (cell: IBufferCell): boolean => hasSign(cell) || isLined(cell) || !cell.isBgDefault();

export type Emulator = ReturnType<typeof emulate>;

/** A terminal's screen without a window: bytes in, what a person would see out. */
export function emulate({columns, rows, convertEol = false, isWizard = false, onReply}: EmulatorOptions) {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		scrollback: 5000,
		convertEol,
		allowProposedApi: true,
	});
	if (onReply) terminal.onData(onReply);
	let raw = '';
	let undrawn = 0;

	const lines = (first: number, end: number): string =>
		Array.from(
			{length: end - first},
			(_, index) => terminal.buffer.active.getLine(first + index)?.translateToString(true) ?? '',
		)
			.join('\n')
			.trimEnd();

	function painted(): string {
		const {baseY} = terminal.buffer.active;
		return lines(baseY, baseY + terminal.rows);
	}

	return {
		write(data: string): void {
			if (data === '') return; // how Ink asks its stream whether all is written
			raw += data;
			undrawn++;
			terminal.write(data, () => {
				undrawn--;
			});
		},
		/** Whether everything received is drawn. */
		isDrawn: (): boolean => undrawn === 0,
		/** Whether besides that no frame is half painted. */
		isWhole: (): boolean => undrawn === 0 && !terminal.modes.synchronizedOutputMode,
		/** The visible rows, without the white space at their ends. */
		painted,
		/** The same as one reads it: those of the wizard without its margin, and without the mark of the step. */
		screen: (): string =>
			isWizard || terminal.buffer.active.type === 'alternate' ? readRows(painted()) : painted(),
		/** The cells of the visible rows in which something is seen. */
		cells(): readonly Cell[] {
			const {baseY} = terminal.buffer.active;
			return Array.from({length: terminal.rows}, (_, row) =>
				terminal.buffer.active.getLine(baseY + row),
			).flatMap(line =>
				Array.from({length: terminal.cols}, (_, column) => line?.getCell(column)).flatMap(cell =>
					cell && isSeen(cell) ? [cellOf(cell)] : [],
				),
			);
		},
		/** All rows, also those that have left the screen at the top. */
		all: (): string => lines(0, terminal.buffer.active.length),
		/** Every byte that was received, as text. */
		raw: (): string => raw,
		/** Both count from 0, at the top left. */
		cursor() {
			const {cursorX, cursorY} = terminal.buffer.active;
			const {isCursorHidden} = (terminal as unknown as WithCursorState)._core.coreService;
			return {column: cursorX, row: cursorY, isVisible: !isCursorHidden};
		},
		modes: () => ({
			hasBracketedPaste: terminal.modes.bracketedPasteMode,
			isAlternateScreen: terminal.buffer.active.type === 'alternate',
			tracksMouse: terminal.modes.mouseTrackingMode !== 'none',
		}),
		resize({columns, rows}: Size): void {
			terminal.resize(columns, rows);
		},
	};
}

/** The rows of the wizard as one reads them: without its margin, where it has one, and without the mark of the step. */
export function readRows(rows: string): string {
	const before = /^ ┃/m.test(rows) ? /^ ┃ ?|^ {2,3}(?=[✔!] )|^ / : /^┃ ?|^ {2}(?=[✔!] )/;
	return rows
		.split('\n')
		.map(row => row.replace(before, ''))
		.join('\n');
}
