import {type CST, Lexer, type LineCounter, Parser} from 'yaml';
import {rowLimit} from '../domain/manifest.ts';

/** What is wrong with a text, and where that begins in it. Nothing of the text is in the message. */
export type SyntaxFault = {readonly offset: number; readonly path: string; readonly message: string};

/** A text taken apart, up to the document that `second` says should not be there; or why that was given up. */
export type Tokens =
	| {readonly ok: true; readonly tokens: readonly CST.Token[]; readonly second?: SyntaxFault}
	| {readonly ok: false; readonly excess: SyntaxFault};

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
export function tokensOf(text: string, lines: LineCounter, limit = lexemeLimit): Tokens {
	const parser = new Parser(lines.addNewLine);
	const tokens: CST.Token[] = [];
	let [lexemes, breaks, hasDocument] = [0, 0, false];
	lines.addNewLine(0);
	for (const lexeme of new Lexer().lex(text)) {
		lexemes += 1;
		breaks = breaksWith(lexeme, breaks);
		const excess = lexemes > limit ? {message: tooMuch} : excessOf(lexeme, lexemes, breaks, parser.stack);
		if (excess) return {ok: false, excess: {offset: parser.offset, path: '', ...excess}};
		for (const token of parser.next(lexeme)) {
			tokens.push(token);
			hasDocument ||= token.type === 'document';
		}
		const [outermost] = parser.stack;
		if (hasDocument && outermost?.type === 'document') {
			return {ok: true, tokens, second: {offset: outermost.offset, path: '', message: oneDocument}};
		}
	}
	tokens.push(...parser.end());
	return {ok: true, tokens};
}

const oneDocument = 'A manifest is one document: leave out the line with three dashes.';

/** How many line breaks are there in a row by now, with no more than white space between. */
function breaksWith(lexeme: string, breaks: number): number {
	switch (lexeme[0]) {
		case '\n':
		case '\r':
			return breaks + 1;
		case ' ':
		case '\t':
			return breaks;
		default:
			return 0;
	}
}

/** What this lexeme would be too much of, and where that began if not here. */
function excessOf(
	lexeme: string,
	lexemes: number,
	breaks: number,
	open: readonly CST.Token[],
): (Partial<SyntaxFault> & {readonly message: string}) | undefined {
	if (lexeme.length > lengthLimit) return {message: tooLong};
	if (open.length > openLimit) return {message: tooDeep};
	// The first of them ends a line that is not blank.
	if (breaks > blankLimit + 1) return {message: tooBlank};
	return lexemes % countedEvery === 0 ? excessOfRows(open) : undefined;
}

// Each time would be felt, and that one more is made meanwhile would not.
const countedEvery = 1000;

function excessOfRows(open: readonly CST.Token[]): SyntaxFault | undefined {
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
	if (isListToken(root)) return {list: root, path: ''};
	if (!isListToken(inside) || !root || !('items' in root)) return undefined;
	const key = root.items.at(-1)?.key;
	const isRows = key && 'source' in key && /^(["']?)credentials\1$/.test(key.source);
	return isRows ? {list: inside, path: 'credentials'} : undefined;
}

const isListToken = (token: CST.Token | undefined): token is List =>
	token?.type === 'block-seq' || (token?.type === 'flow-collection' && token.start.source === '[');
