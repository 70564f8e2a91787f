/**
Colours by what they mean, of the terminal's own palette. They are for signs and badges: cyan and yellow cannot be read
on a light background, so words are in the terminal's own colour, and what stands out among them is bold.
*/
export const theme = {
	accent: 'cyan',
	good: 'green',
	warning: 'yellow',
	bad: 'red',
	production: {color: 'whiteBright', backgroundColor: 'magenta'},
} as const;

export const glyphs = {
	pointer: '❯',
	answered: '✔',
	current: '◆',
	open: '○',
	warning: '!',
	bad: '✖',
	bullet: '•',
	mark: '┃',
	between: '›',
} as const;
