import type {IBufferCell} from '@xterm/headless';

/** The terminal of the pictures: what it writes on, and with. */
export const [paper, edge, ink, quiet] = ['#1a1b26', '#3b4261', '#c8d0f0', '#8a93bd'];

/** The first sixteen colours of a terminal, the bright ones from the ninth on. */
const sixteen = [
	...['#414868', '#f7768e', '#9ece6a', '#e0af68', '#7aa2f7', '#bb9af7', '#7dcfff', '#c8d0f0'],
	...['#8a93bd', '#ff899d', '#b3e07c', '#f0c078', '#93b5ff', '#cdb0ff', '#9adcff', '#ffffff'],
];

/** The steps of red, green and blue in the colours 16 to 231. */
const levels = [0, 95, 135, 175, 215, 255];

export type Colours = {readonly ink: string; readonly paper: string | undefined};

/** What a cell is drawn with, `#rrggbb`; without a paper of its own it shows that of the terminal. */
export function coloursOf(cell: IBufferCell): Colours {
	const front = cell.isFgDefault()
		? undefined
		: cell.isFgRGB()
			? hex(cell.getFgColor())
			: indexed(cell.getFgColor());
	const back = cell.isBgDefault()
		? undefined
		: cell.isBgRGB()
			? hex(cell.getBgColor())
			: indexed(cell.getBgColor());
	const shown = cell.isDim() ? (front ? blended(front) : quiet) : (front ?? ink);
	return cell.isInverse() ? {ink: back ?? paper, paper: shown} : {ink: shown, paper: back};
}

function indexed(index: number): string {
	const known = sixteen[index];
	if (known) return known;
	if (index >= 232) return hex((8 + 10 * (index - 232)) * 0x01_01_01);
	const [red = 0, green = 0, blue = 0] = [36, 6, 1].map(unit => levels[Math.floor((index - 16) / unit) % 6]);
	return hex((red << 16) + (green << 8) + blue);
}

/** A dim colour: two thirds of it on the paper. */
function blended(colour: string): string {
	const parts = [1, 3, 5].map(at => {
		const [over = 0, under = 0] = [colour, paper].map(one => Number.parseInt(one.slice(at, at + 2), 16));
		return Math.round((2 * over + under) / 3);
	});
	return `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}

const hex = (number: number): string => `#${number.toString(16).padStart(6, '0')}`;
