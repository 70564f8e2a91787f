import {unaccented} from '../domain/search/folded.ts';
import {clean} from '../domain/text.ts';

/** The name of a page's file, of the words that have a letter or digit in them: `byoo-strava-runners-sandbox-us.md`. */
export const pageName = (words: readonly string[]): string =>
	words
		.map(fileWord)
		.filter(word => word !== '')
		.join('-')
		.concat('.md');

const fileWord = (text: string): string =>
	unaccented(text)
		.replace(/[^a-z0-9_]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');

/** A row of a table of two columns. */
export const row = (name: string, value: string): string => `| ${name} | ${plain(value)} |`;

/** A text as a block of code, which shows it as it is. `indent` is that of the list item that it belongs to. */
export const blockOf = (text: string, indent = ''): readonly string[] =>
	text.split('\n').map(line => `${indent}    ${line}`);

/** Text of others, on one line, that Markdown and HTML take as text. Plain words stand as code, to be copied. */
export function plain(text: string): string {
	const line = clean(text, 500);
	if (/^[\w.:/@%+?=&#-]*[:/@][\w.:/@%+?=&#-]*$/.test(line)) return `\`${line}\``;
	return line
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/[\\`*_{}[\]()#+!|~@]|:(?=\/)/g, sign => `\\${sign}`)
		.replace(/www(?=\.)/gi, 'www\\');
}
