/** A text whose sign at `i` begins at `starts[i]` of the text it was made from; the end of both is in it too. */
export type Mapped = {readonly text: string; readonly starts: readonly number[]};

/** The text as it is, each sign at its own place. */
export const mapped = (text: string): Mapped => ({
	text,
	starts: Array.from({length: text.length + 1}, (_, index) => index),
});

/** The ways in which a text is escaped, and what is escaped by each. What only looks like it stays as it is. */
const escapings: readonly RegExp[] = [
	/(?:%[0-9a-f]{2})+/gi, // URLs
	/\\(?:u[0-9a-f]{4}|["\\/bfnrt])/gi, // JSON
	/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos);/gi, // HTML
];

const utf8 = new TextEncoder();

/** The text with one way of escaping undone, once, for each way in which anything of it is escaped. */
export const unescaped = (layer: Mapped): readonly Mapped[] =>
	escapings.filter(escapes => layer.text.search(escapes) !== -1).map(escapes => undone(layer, escapes));

function undone({text, starts}: Mapped, escapes: RegExp): Mapped {
	const signs: string[] = [];
	const places: number[] = [];
	const add = (sign: string, place: number) => {
		signs.push(sign);
		for (const _ of sign.split('')) places.push(starts[place] ?? 0);
	};
	let end = 0;
	const addUntil = (next: number) => {
		for (; end < next; end++) add(text.charAt(end), end);
	};
	for (const {0: found, index} of text.matchAll(escapes)) {
		addUntil(index);
		const meant = found.startsWith('%') ? percentDecoded(found) : signOf(found);
		if (meant === undefined) continue;
		for (const sign of meant) {
			add(sign, end);
			end += found.startsWith('%') ? 3 * utf8.encode(sign).length : found.length;
		}
	}
	addUntil(text.length);
	return {text: signs.join(''), starts: [...places, starts[text.length] ?? 0]};
}

function percentDecoded(run: string): string | undefined {
	try {
		return decodeURIComponent(run);
	} catch {
		return undefined;
	}
}

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};
const controls: Readonly<Record<string, string>> = {b: '\b', f: '\f', n: '\n', r: '\r', t: '\t'};

/** The one sign that `\/`, `\u002f` or `&#x2F;` stands for. */
function signOf(found: string): string | undefined {
	if (found.startsWith('\\')) {
		const sign = found.slice(1);
		return sign.length > 1
			? String.fromCharCode(Number.parseInt(sign.slice(1), 16))
			: (controls[sign] ?? sign);
	}
	const name = found.slice(1, -1).toLowerCase();
	if (!name.startsWith('#')) return entities[name];
	const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
	return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
