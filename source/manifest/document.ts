import {type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, visit} from 'yaml';
import {isList, isObject} from '../domain/body/walk.ts';
import type {ManifestFaults, Position} from '../domain/manifest.ts';
import {parse} from './parse.ts';
import {tooDeep} from './tokens.ts';

/** A value of the file, with where it begins. Numbers keep their text as it was written. */
export type Value = {readonly offset: number} & (
	| {readonly kind: 'map'; readonly entries: readonly Entry[]}
	| {readonly kind: 'list'; readonly items: () => Iterable<Value>; readonly count: number}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'number'; readonly text: string; readonly number: number}
	| {readonly kind: 'boolean'; readonly isTrue: boolean}
	| {readonly kind: 'null'}
	/** What a manifest has no use for, and why. */
	| {readonly kind: 'unusable'; readonly message: string}
);

/** `flaw` is why the key cannot be taken; such an entry counts for nothing. */
export type Entry = {
	readonly key: string;
	readonly offset: number;
	readonly value: Value;
	readonly flaw?: string;
};

export type ManifestDocument = {
	readonly root: Value;
	readonly positionOf: (offset: number, path: string) => Position;
};

export type DocumentReading =
	| {readonly ok: true; readonly document: ManifestDocument}
	| ({readonly ok: false} & ManifestFaults);

/**
So many values are read through aliases: many rows may share something, and no bomb of them goes off. A text counts
as one more for each 32 signs of it, which allows as much text as a whole manifest may have.
*/
const sharedLimit = 500_000;
const depthLimit = 64;

/**
Reads YAML, of which JSON is a part, as values with their places. Nothing of the text is in a problem: it may be
a secret in the wrong place.
*/
export function readDocument(text: string): DocumentReading {
	const lines = new LineCounter();
	const parsed = parse(text, lines);
	const positionOf = (offset: number, path: string): Position => {
		const {line, col} = lines.linePos(offset);
		return {line, column: col, path};
	};
	if (!parsed.ok) {
		const problems = parsed.faults.map(({offset, path, message}) => ({...positionOf(offset, path), message}));
		return {ok: false, problems, count: parsed.count};
	}
	const {document} = parsed;
	const root: Value = document.contents
		? readNode(
				document.contents,
				{anchors: anchorsOf(document), left: {shared: sharedLimit}, followed: []},
				0,
			)
		: {kind: 'null', offset: 0};
	return {ok: true, document: {root, positionOf}};
}

type Walk = {
	readonly anchors: ReadonlyMap<string, Node | 'twice'>;
	readonly left: {shared: number};
	/** The aliases that led here. */
	readonly followed: readonly string[];
};

function anchorsOf(document: Document): ReadonlyMap<string, Node | 'twice'> {
	const anchors = new Map<string, Node | 'twice'>();
	visit(document, {
		Value(_, node) {
			if (node.anchor) anchors.set(node.anchor, anchors.has(node.anchor) ? 'twice' : node);
		},
	});
	return anchors;
}

function readNode(node: unknown, walk: Walk, depth: number): Value {
	const offset = offsetOf(node);
	const unusable = (message: string): Value => ({kind: 'unusable', message, offset});
	const isShared = walk.followed.length > 0;
	if (isShared) walk.left.shared -= 1 + weightOf(node);
	if (walk.left.shared < 0) return unusable('There are too many aliases.');
	if (depth > depthLimit) {
		// One is enough of a bomb.
		if (isShared) walk.left.shared = 0;
		return unusable(tooDeep);
	}
	if (isAlias(node)) {
		const target = walk.anchors.get(node.source);
		if (!target || target === 'twice') return unusable('This alias does not name exactly one anchor.');
		if (walk.followed.includes(node.source)) return unusable('This alias stands inside of what it names.');
		const followed = [...walk.followed, node.source];
		return {...readNode(target, {...walk, followed}, depth + 1), offset};
	}
	if (isMap(node)) {
		if (node.tag !== undefined && !isPlainTag(node.tag)) return unusable(noTags);
		return {kind: 'map', entries: entriesOf(node.items, walk, depth), offset};
	}
	if (isSeq(node)) {
		if (node.tag !== undefined && !isPlainTag(node.tag)) return unusable(noTags);
		const {items} = node;
		return {
			kind: 'list',
			count: items.length,
			// One at a time, so that a long list is never there twice as a whole.
			*items() {
				for (const item of items) yield readNode(item, walk, depth + 1);
			},
			offset,
		};
	}
	return isScalar(node) ? scalarOf(node, offset) : unusable('This cannot be read.');
}

/** What a long text counts for, beside the one that every value counts. */
const weightOf = (node: unknown): number => (isScalar(node) ? (node.source ?? '').length >> 5 : 0);

function entriesOf(pairs: readonly Pair[], walk: Walk, depth: number): readonly Entry[] {
	const seen = new Set<string>();
	return pairs.map(({key, value}): Entry => {
		const offset = offsetOf(key);
		const text = keyOf(key);
		if (walk.followed.length > 0) walk.left.shared -= weightOf(key);
		const flaw = flawOf(key, text, seen);
		return {
			key: text ?? '',
			offset,
			value: value === null ? {kind: 'null', offset} : readNode(value, walk, depth + 1),
			...(flaw === undefined ? {} : {flaw}),
		};
	});
}

/** The key as it is written, even where YAML takes it for a number. */
function keyOf(key: unknown): string | undefined {
	if (!isScalar(key)) return undefined;
	return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

function flawOf(key: unknown, text: string | undefined, seen: Set<string>): string | undefined {
	if (text === undefined) return 'A key is one text.';
	if (text === '<<' && isScalar(key) && key.type === 'PLAIN') {
		return 'Rows are not merged: write the values themselves, or an alias in the place of each.';
	}
	if (seen.has(text)) return 'This key stands here twice.';
	seen.add(text);
	return undefined;
}

/** A %TAG line can make any of them long; there is no need to look at more than the beginning. */
const isPlainTag = (tag: string): boolean =>
	tag.length < 100 && /^tag:yaml\.org,2002:(?:map|seq|str|int|float|bool|null)$/.test(tag);

const noTags = 'Tags are not taken. Write the value itself.';

function scalarOf(
	{value, source, tag}: {value: unknown; source?: string; tag?: string},
	offset: number,
): Value {
	if (tag !== undefined && !isPlainTag(tag)) return {kind: 'unusable', message: noTags, offset};
	if (value === null || value === undefined) return {kind: 'null', offset};
	if (typeof value === 'boolean') return {kind: 'boolean', isTrue: value, offset};
	if (typeof value === 'number')
		return {kind: 'number', number: value, text: source ?? String(value), offset};
	if (typeof value === 'string') return {kind: 'text', text: value, offset};
	return {kind: 'unusable', message: 'YAML makes something else of this text. Put it in quotes.', offset};
}

const offsetOf = (node: unknown): number =>
	isObject(node) && isList(node.range) ? Number(node.range[0]) : 0;
