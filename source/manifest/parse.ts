import {Composer, type CST, type Document, type ErrorCode, type LineCounter} from 'yaml';
import {listedFaults} from '../domain/manifest.ts';
import {type SyntaxFault, tokensOf, tooDeep} from './tokens.ts';

/** A document; or what keeps the text from being one, of which not all is kept, and how much there is. */
export type Parsed =
	| {readonly ok: true; readonly document: Document}
	| {readonly ok: false; readonly faults: readonly SyntaxFault[]; readonly count: number};

type Found = {readonly faults: SyntaxFault[]; count: number};

/**
Parses YAML, of which JSON is a part, no further than a manifest goes. Tells `lines` where each line begins.
Nothing of the text is in a fault: it may be a secret in the wrong place.
*/
export function parse(text: string, lines: LineCounter): Parsed {
	const taken = tokensOf(text, lines);
	if (!taken.ok) return {ok: false, faults: [taken.excess], count: 1};
	const found: Found = {faults: [], count: 0};
	const document = composed(taken.tokens, text.length, found);
	if (taken.second) add(found, taken.second);
	return document && found.count === 0 ? {ok: true, document} : {ok: false, ...found};
}

function add(found: Found, fault: SyntaxFault): void {
	found.count += 1;
	if (found.faults.length < listedFaults) found.faults.push(fault);
}

function composed(tokens: readonly CST.Token[], length: number, found: Found): Document | undefined {
	const composer = new Composer({
		logLevel: 'error',
		// Older YAML makes dates and other numbers of texts; a %YAML line shall not change what a row says.
		schema: 'core',
		// The composer's own search for keys that stand twice takes the square of their number.
		uniqueKeys: false,
	});
	const note = (source: ErrorSource, code: ErrorCode) =>
		add(found, {offset: offsetOf(source), path: '', message: words[code] ?? invalid});
	// It would make an Error of each, whose stacks take ten times as long and as much memory as all the rest.
	Object.assign(composer, {
		onError(source: ErrorSource, code: ErrorCode, _: string, isWarning?: boolean) {
			if (!isWarning) note(source, code);
		},
	});
	const documents: Document[] = [];
	for (const token of tokens) {
		if (token.type === 'error') note(token, 'UNEXPECTED_TOKEN');
		else documents.push(...composer.next(token));
	}
	documents.push(...composer.end(true, length));
	const [document] = documents;
	for (const {pos, code} of document?.errors ?? []) note(pos, code);
	return document;
}

/** Where the composer says that something is wrong: at an offset, between two, or at a token. */
type ErrorSource = number | readonly number[] | {readonly offset: number};

const offsetOf = (source: ErrorSource): number => {
	if (typeof source === 'number') return source;
	return 'offset' in source ? source.offset : (source[0] ?? 0);
};

const words: Readonly<Partial<Record<ErrorCode, string>>> = {
	RESOURCE_EXHAUSTION: tooDeep,
	TAB_AS_INDENT: 'Indent with spaces: YAML takes no tabs here.',
	BAD_INDENT: 'The indentation is not right here, or a bracket before it is not closed.',
	MISSING_CHAR:
		'A quote, bracket, comma or colon is missing here, or the line is not indented like those around it.',
	BLOCK_AS_IMPLICIT_KEY: 'A text with a colon and a space in it needs quotes.',
	BAD_SCALAR_START: 'A text that begins like this needs quotes.',
	BAD_DQ_ESCAPE: 'A backslash in double quotes needs another one before it; or use single quotes.',
	BAD_ALIAS: 'This alias does not name an anchor. A text that begins with * needs quotes.',
};

const invalid = 'This is not valid YAML or JSON. A text with special characters needs quotes.';
