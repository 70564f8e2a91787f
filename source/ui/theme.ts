/** Colours by what they mean. The terminal's own palette, so that every theme stays readable. */
export const theme = {
	accent: 'cyan',
	good: 'green',
	warning: 'yellow',
	bad: 'red',
	production: 'magenta',
} as const;

export const glyphs = {pointer: '❯', answered: '✔', warning: '!', bad: '✖', bullet: '•'} as const;
