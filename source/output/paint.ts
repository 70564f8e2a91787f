/** What a piece of text means, for whoever has colours. */
export type Tone = 'good' | 'warning' | 'bad' | 'dim' | 'strong';

/** Gives a text its colour. It adds nothing that takes room; everything is readable without it. */
export type Paint = (text: string, tone: Tone) => string;

export const unpainted: Paint = text => text;

/** How text is laid out. `width` is Infinity where there is no terminal; `isPlain` is for other programs. */
export type TextOptions = {readonly width: number; readonly isPlain: boolean; readonly paint?: Paint};

/** The same where ages are told. */
export type DatedOptions = TextOptions & {readonly now: Date};

/** What stands for a value that is not there. */
export const nothing = '–';
