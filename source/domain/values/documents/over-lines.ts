import {readName} from '../names.ts';
import type {Flaw} from './flaw.ts';
import type {Line, Named} from './line.ts';
import {isOpenQuote, lineValue} from './line-value.ts';

/** The lines of a document, as they are written and as they were read. What is empty or a comment is nothing. */
export type Lines = {readonly raw: readonly string[]; readonly read: readonly (Line | undefined)[]};

/** What a named line comes to. `last` is the index of the last line that belongs to it. */
export type Valued = {readonly value: string; readonly last: number; readonly flaw?: Flaw};

/** A block of YAML is announced, maybe behind a tag: `|`, `>-`, `|2`. */
const blockHeader = /^(?:!\S+\s+)?([|>])[-+\d]{0,2}\s*(?:\s#.*)?$/;

/** The value of a named line: behind the name, in the lines below, or over several. */
export function valueAt(line: Named, index: number, lines: Lines): Valued {
	const [, style] = (!line.isAssignment && blockHeader.exec(line.behind)) || [];
	if (style !== undefined) return blockBelow(index, style === '>', lines);
	if (isOpenQuote(line.behind)) return quotedOver(line, index, lines);
	if (line.value !== '' || line.isAssignment)
		return {value: line.value, last: index, ...goingOn(line, index, index, lines)};
	let below = index + 1;
	while (below < lines.read.length && lines.read[below] === undefined) below += 1;
	const next = lines.read[below];
	if (!isOther(next)) return {value: '', last: index};
	const found = {...line, value: lineValue(next.text)};
	return {value: found.value, last: below, ...goingOn(found, index, below, lines)};
}

/** All lines that stand further in than the name, as YAML joins them. A final line break is none of the value. */
function blockBelow(index: number, isFolded: boolean, {raw, read}: Lines): Valued {
	const outer = indentOf(raw[index]);
	let last = index;
	for (let at = index + 1; at < raw.length; at++) {
		if (isBlank(raw[at])) continue;
		if (indentOf(raw[at]) <= outer) break;
		last = at;
	}
	if (last === index) return {value: '', last, ...(isOther(read[index + 1]) && {flaw: 'goes-on'})};
	const block = raw.slice(index + 1, last + 1);
	const inner = indentOf(block.find(each => !isBlank(each)));
	const text = block.map(each => each.slice(Math.min(inner, indentOf(each)))).join('\n');
	const value = isFolded ? text.replace(/(?<=\S)\n(?=\S)/g, ' ') : text;
	return {value: value.trim(), last};
}

/** Up to the line that closes the quote, unless a name comes first. */
function quotedOver(line: Named, index: number, lines: Lines): Valued {
	const {raw, read} = lines;
	const quote = /^("""|'''|.)/s.exec(line.behind)?.[0] ?? '"';
	for (let at = index + 1; at < raw.length; at++) {
		const next = read[at];
		if (next && next.kind !== 'other') break;
		if (!raw[at]?.includes(quote)) continue;
		const text = [line.behind, ...raw.slice(index + 1, at + 1)].join('\n');
		return {value: lineValue(text), last: at, ...(isOpenQuote(text) && {flaw: 'goes-on'})};
	}
	return {value: line.value, last: index, ...(isOther(read[index + 1]) && {flaw: 'goes-on'})};
}

/**
Whether a value that seems to end with its line may not: it ends with a backslash, it announces lines to come, or the
next line is a lone word that stands further in, or one of letters and digits behind a secret, which was wrapped.
*/
function goingOn({name, value}: Named, index: number, last: number, {raw, read}: Lines): {flaw?: Flaw} {
	const next = read[last + 1];
	if (value === '' || !isOther(next)) return {};
	const isWord = /^[^\s"'`]{3,}$/.test(next.text) && /\w{3}/.test(next.text);
	const isFurtherIn = indentOf(raw[last + 1]) > indentOf(raw[index]);
	const isPart =
		readName(name)?.meaning === 'client-secret' && /^(?=.*\d)(?=.*[a-z])[^\s:]{6,}$/i.test(next.text);
	const goesOn =
		value.endsWith('\\') || /^<<[-~]?["']?\w+["']?$/.test(value) || (isWord && (isFurtherIn || isPart));
	return goesOn ? {flaw: 'goes-on'} : {};
}

const isOther = (line: Line | undefined): line is Extract<Line, {readonly kind: 'other'}> =>
	line?.kind === 'other';

const isBlank = (raw = ''): boolean => raw.trim() === '';

const indentOf = (raw = ''): number => raw.length - raw.trimStart().length;
