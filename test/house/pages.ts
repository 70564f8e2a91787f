import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {root} from './source-files.ts';

export type Page = {
	/** From the top of the repository. */
	readonly path: string;
	readonly text: string;
};

export const pageAt = (file: string): Page => ({
	path: file,
	text: readFileSync(path.join(root, file), 'utf8'),
});

/** Every page that somebody reads: those at the top, and those in `docs`. */
export const pages: readonly Page[] = [
	...['readme.md', 'changelog.md', 'security.md'],
	...readdirSync(path.join(root, 'docs'))
		.filter(file => file.endsWith('.md'))
		.map(file => `docs/${file}`),
].map(pageAt);

export type Block = {readonly language: string; readonly code: string};

/** The fenced blocks of a page. */
export const blocksOf = ({text}: Page): readonly Block[] =>
	Array.from(text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm), ([, language = '', code = '']) => ({
		language,
		code,
	}));

const proseOf = ({text}: Page): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '');

/** Where the links and pictures of a page lead, as they are written. */
export const linksOf = (page: Page): readonly string[] =>
	Array.from(
		proseOf(page)
			.replaceAll(/`[^`]*`/g, '')
			.matchAll(/\]\(([^)\s]+)\)/g),
		([, to = '']) => to,
	);

/** What stands between backticks in the text of a page. */
export const quotedIn = (page: Page): readonly string[] =>
	Array.from(proseOf(page).matchAll(/`([^`]+)`/g), ([, quoted = '']) => quoted);

/** The names by which a link can lead to a heading of a page, as GitHub makes them. */
export const anchorsOf = (page: Page): readonly string[] =>
	Array.from(proseOf(page).matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);
