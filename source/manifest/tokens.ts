import {type CST, Lexer, type LineCounter, Parser} from 'yaml';
import {rowLimit} from '../domain/manifest.ts';

/** What is wrong with a text, and where that begins in it. Nothing of the text is in the message. */
export type Fault = {readonly offset: number; readonly path: string; readonly message: string};

/** A text taken apart, up to the document that `second` says should not be there; or why that was given up. */
export type Tokens =
	| {readonly ok: true; readonly tokens: readonly CST.Token[]; readonly second?: Fault}
	| {readonly ok: false; readonly excess: Fault};

/** 250 for each row; a line such as `env: sandbox` has nine with its indentation. */
const lexemeLimit = 2_500_000;
/** Longer than any value that can be sent. */
const lengthLimit = 100_000;
/** Far deeper than any value is taken, but no deeper than the parser's own calls may go. */
const openLimit = 200;
/** The parser walks over them once more for each comment that follows. */
const blankLimit = 500;

export const tooManyRows = `A manifest has ${rowLimit.toLocaleString('en')} rows at most. Divide it into several files.`;
export const tooDeep = 'This is nested too deeply.';

/**
Takes YAML apart, and stops at what no manifest has: rows are counted while they are read, and what would make the
rest slow or large is never made. Tells `lines` where each line begins.
*/
export function tokensOf(text: string, lines: LineCounter): Tokens {
	const parser = new Parser(lines.addNewLine);
	const tokens: CST.Token[] = [];
	const seen = {lexemes: 0, blanks: 0, documents: 0};
	const take = (found: Iterable<CST.Token>) => {
		for (const token of found) {
			if (token.type === 'document') seen.documents += 1;
			tokens.push(token);
		}
	};
	lines.addNewLine(0);
	for (const lexeme of new Lexer().lex(text)) {
		seen.lexemes += 1;
		seen.blanks = blanksWith(lexeme, seen.blanks);
		const excess = excessOf(lexeme, seen, parser.stack);
		if (excess) return {ok: false, excess: {offset: parser.offset, path: '', ...excess}};
		take(parser.next(lexeme));
		const [outermost] = parser.stack;
		if (seen.documents > 0 && outermost?.type === 'document') {
			return {ok: true, tokens, second: {offset: outermost.offset, path: '', message: oneDocument}};
		}
	}
	take(parser.end());
	return {ok: true, tokens};
}

const oneDocument = 'A manifest is one document: leave out the line with three dashes.';

/** How many lines in a row are blank by now. White space makes no line less blank. */
function blanksWith(lexeme: string, blanks: number): number {
	if (lexeme === '\n' || lexeme === '\r\n') return blanks + 1;
	return lexeme.startsWith(' ') || lexeme.startsWith('\t') ? blanks : 0;
}

type Seen = {readonly lexemes: number; readonly blanks: number};

/** What this lexeme would be too much of, and where that began if not here. */
function excessOf(
	lexeme: string,
	{lexemes, blanks}: Seen,
	open: readonly CST.Token[],
): (Partial<Fault> & {readonly message: string}) | undefined {
	if (lexemes > lexemeLimit) return {message: tooMuch};
	if (lexeme.length > lengthLimit) return {message: tooLong};
	if (open.length > openLimit) return {message: tooDeep};
	if (blanks > blankLimit) return {message: tooBlank};
	if (lexeme !== '-' && lexeme !== ',') return undefined;
	const rows = rowsIn(open);
	// What follows the last row, such as a comment, is kept as if it were one more.
	const isTooMany = rows && rows.list.items.length > rowLimit + 1;
	return isTooMany ? {offset: rows.list.offset, path: rows.path, message: tooManyRows} : undefined;
}

const tooMuch = `There is more in this than ${rowLimit.toLocaleString('en')} rows need. Divide it into several files.`;
const tooLong = 'This is longer than any value of a manifest. Check that it is the file you meant.';
const tooBlank = `There are more than ${blankLimit} blank lines in a row. Take them away.`;

type List = CST.BlockSequence | CST.FlowCollection;

/** The rows so far: the list of `credentials`, or one that somebody wrote with nothing around it. */
function rowsIn([, root, inside]: readonly CST.Token[]): {list: List; path: string} | undefined {
	if (isList(root)) return {list: root, path: ''};
	if (!isList(inside) || !root || !('items' in root)) return undefined;
	const key = root.items.at(-1)?.key;
	const isRows = key && 'source' in key && /^(["']?)credentials\1$/.test(key.source);
	return isRows ? {list: inside, path: 'credentials'} : undefined;
}

const isList = (token: CST.Token | undefined): token is List =>
	token?.type === 'block-seq' || (token?.type === 'flow-collection' && token.start.source === '[');
