import {encodedRuns} from './encodings.ts';
import {layersOf, type Mapped} from './escapes.ts';
import {mask, type Secret} from './secret.ts';

/** The secrets of one run. None of them may come back in what is shown, whoever says it and however it is written. */
export type LiveSecrets = {
	add(secret: Secret): void;
	/**
	The text with every whole secret masked: as it is, in any case, with signs between its own, escaped as in URLs, JSON
	and HTML up to three times, in base64 and in hexadecimal. For values, which may share a part with a secret.
	*/
	hideWhole(text: string): string;
	/** The same with every part of a secret of eight signs or more, such as the beginning of a cut one. For messages. */
	hideParts(text: string): string;
	/** The same of whole secrets that no word of ours is by chance, which are all real ones. For whatever is said. */
	hideEchoes(text: string): string;
};

const partLength = 8;
const isBare = /[\p{L}\p{N}]/u;
const isAscii = /^[\0-\x7f]*$/;

// Servers name fields and things by such words, and a secret made of them is none.
const ordinary = partsOf(
	'client secret client id organization key management key webhook secret application credential redirect url override service account project number verify token',
);

/** A secret as it is looked for. `bare` is without all that writing it in another way may change. */
type Known = {readonly spellings: readonly string[]; readonly bare: string; readonly isTelling: boolean};

export function liveSecrets(initial: Iterable<Secret> = []): LiveSecrets {
	const values = new Set<string>();
	const byPart = new Map<string, Known>();
	// Too short or too ordinary to be told by a part.
	const others: Known[] = [];
	let shortest = Number.POSITIVE_INFINITY;

	function add(secret: Secret): void {
		const value = secret.reveal();
		if (value === '' || values.has(value)) return;
		values.add(value);
		shortest = Math.min(shortest, value.length);
		const bare = bareText(value);
		const known = {spellings: spellingsOf(value), bare, isTelling: isTelling(value, bare)};
		const parts = [...partsOf(bare)].filter(part => !ordinary.has(part));
		for (const part of parts) if (!byPart.has(part)) byPart.set(part, known);
		if (parts.length === 0) others.push(known);
	}

	function hide(text: string, how: Pick<Search, 'isPartEnough' | 'needsTelling'>): string {
		const search = {byPart, others, ...how, shortest: how.isPartEnough ? partLength : shortest};
		const places = layersOf(text).flatMap(layer => [
			...placesIn(layer, search),
			...encodedPlaces(layer, search),
		]);
		return places.length === 0 ? text : withMasks(text, places);
	}

	for (const secret of initial) add(secret);
	return {
		add,
		hideWhole: text => hide(text, {isPartEnough: false, needsTelling: false}),
		hideParts: text => hide(text, {isPartEnough: true, needsTelling: false}),
		hideEchoes: text => hide(text, {isPartEnough: false, needsTelling: true}),
	};
}

type Search = {
	readonly byPart: ReadonlyMap<string, Known>;
	readonly others: readonly Known[];
	readonly isPartEnough: boolean;
	readonly needsTelling: boolean;
	/** How many bytes of a secret are looked for at least. */
	readonly shortest: number;
};

type Span = readonly [start: number, end: number];

/** Where something of a secret is in the text that the layer was made from. One look at each sign of it. */
function placesIn(layer: Mapped, search: Search): readonly Span[] {
	const {byPart, isPartEnough, needsTelling} = search;
	const others = needsTelling ? [] : search.others;
	if (others.length === 0 && !hasPart(bareText(layer.text), byPart)) return [];
	const bare = bareOf(layer.text);
	const found = new Set(others);
	const places: Span[] = [];
	const placeOf = (start: number, length: number): Span => [
		layer.placeOf(bare.placeOf(start)),
		layer.placeOf(bare.placeOf(start + length - 1) + 1),
	];
	for (let at = 0; at + partLength <= bare.text.length; at++) {
		const known = byPart.get(bare.text.slice(at, at + partLength));
		if (!known || (needsTelling && !known.isTelling)) continue;
		found.add(known);
		if (isPartEnough) places.push(placeOf(at, partLength));
	}
	for (const {spellings, bare: whole} of found) {
		for (const spelling of spellings) {
			for (const at of indexesOf(spelling, layer.text)) {
				places.push([layer.placeOf(at), layer.placeOf(at + spelling.length)]);
			}
		}
		if (whole.length < partLength) continue;
		places.push(...indexesOf(whole, bare.text).map(at => placeOf(at, whole.length)));
	}
	return places;
}

/** Nearly always there is nothing to be found, and then the places of all signs are work for nothing. */
function hasPart(bare: string, parts: ReadonlyMap<string, Known>): boolean {
	for (let at = 0; at + partLength <= bare.length; at++) {
		if (parts.has(bare.slice(at, at + partLength))) return true;
	}
	return false;
}

/** Runs of base64 or hexadecimal in which there is something of a secret, as a whole. */
const encodedPlaces = (layer: Mapped, search: Search): readonly Span[] =>
	encodedRuns(layer.text, search.shortest).flatMap(({start, end, meanings}): readonly Span[] => {
		const isSecret = meanings.some(text => layersOf(text).some(inner => placesIn(inner, search).length > 0));
		return isSecret ? [[layer.placeOf(start), layer.placeOf(end)]] : [];
	});

/** The text with a mask in each of the places, one for those that meet. */
function withMasks(text: string, places: readonly Span[]): string {
	const parts: string[] = [];
	let end = -1;
	for (const [start, next] of places.toSorted(([a], [b]) => a - b)) {
		if (start > end) parts.push(text.slice(Math.max(0, end), start), mask);
		end = Math.max(end, next);
	}
	return parts.join('') + text.slice(Math.max(0, end));
}

/** Whether a value is none of the words that sentences, names of fields and places are made of. */
const isTelling = (value: string, bare: string): boolean =>
	bare.length >= 16 || (bare.length >= partLength && /\d/.test(bare) && /[A-Za-z]/.test(value));

/** The ways in which a value stands in some layer of a text that was escaped. */
function spellingsOf(value: string): readonly string[] {
	// What a lone surrogate becomes where it is written in UTF-8.
	const wellFormed = value.toWellFormed();
	const whole = [value, wellFormed, wellFormed.replaceAll(' ', '+')];
	return [...new Set(whole.flatMap(one => layersOf(one).map(({text}) => text)))].filter(text => text !== '');
}

/** The letters and digits alone, small: what stays of a text in capitals, in groups, over lines. */
function bareText(text: string): string {
	return isAscii.test(text) ? text.replace(/[^A-Za-z0-9]+/g, '').toLowerCase() : bareOf(text).text;
}

function bareOf(text: string): Mapped {
	const signs: string[] = [];
	const starts: number[] = [];
	for (let index = 0; index < text.length; index++) {
		const sign = text.charAt(index);
		const code = text.charCodeAt(index);
		const isKept = code < 128 ? isAsciiBare(code) : isBare.test(sign);
		if (!isKept) continue;
		const small = sign.toLowerCase();
		signs.push(small.length === 1 ? small : sign);
		starts.push(index);
	}
	return {text: signs.join(''), placeOf: index => starts[index] ?? 0};
}

function isAsciiBare(code: number): boolean {
	return (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
}

/** Every part of the length that counts. */
function partsOf(text: string): ReadonlySet<string> {
	const bare = bareText(text);
	const count = Math.max(0, bare.length - partLength + 1);
	return new Set(Array.from({length: count}, (_, at) => bare.slice(at, at + partLength)));
}

function indexesOf(part: string, text: string): readonly number[] {
	const indexes: number[] = [];
	for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) indexes.push(at);
	return indexes;
}
