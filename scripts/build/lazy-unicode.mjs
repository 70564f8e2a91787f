import path from 'node:path';
import {patching} from './patching.mjs';

const importOf = (name, file) =>
	`import {${name}} from ${JSON.stringify(path.join(import.meta.dirname, 'injected', file))};\n`;

const importSegmenter = importOf('lazySegmenter', 'lazy-segmenter.ts');
const importEmoji = importOf('isRgiEmoji', 'rgi-emoji.ts');

/** The segmenter as the file creates it. Other arguments could ask for words: then the text differs, and the build stops. */
const lazily = from => ({
	imports: importSegmenter,
	replacements: [{from, to: 'lazySegmenter()', times: 1}],
});

/**
Ink's packages create an `Intl.Segmenter` and compile the pattern of all emoji when they are loaded, or for the
first text they measure. Together that is 25 to 40 ms before the first frame, spent on text that is nearly always
Latin letters and lines. The replacements answer such text themselves and load Unicode's tables for all other.
*/
export const lazyUnicode = patching('lazy-unicode', {
	'@alcalzone/ansi-tokenize/build/tokenize.js': lazily(
		'new Intl.Segmenter(undefined, { granularity: "grapheme" })',
	),
	'cli-truncate/index.js': lazily('new Intl.Segmenter()'),
	'slice-ansi/tokenize-ansi.js': lazily("new Intl.Segmenter(undefined, {granularity: 'grapheme'})"),
	'wrap-ansi/index.js': lazily('new Intl.Segmenter()'),
	'string-width/index.js': {
		imports: importSegmenter + importEmoji,
		replacements: [
			{from: 'new Intl.Segmenter()', to: 'lazySegmenter()', times: 1},
			{
				from: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
				to: 'const rgiEmojiRegex = {test: isRgiEmoji};',
				times: 1,
			},
		],
	},
});
