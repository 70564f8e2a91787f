/** A text whose sign at an index begins at `placeOf` it in the text it was made from; the end of both included. */
export type Mapped = {readonly text: string; readonly placeOf: (index: number) => number};

/** The ways in which a text is escaped, and what is escaped by each. What only looks like it stays as it is. */
const escapes = new RegExp(
	[
		'(?:%[0-9a-f]{2})+', // URLs
		'\\\\(?:u[0-9a-f]{4}|["\\\\/bfnrt])', // JSON
		'\\\\u\\{[0-9a-f]{1,6}\\}', // what shows a sign that nobody sees
		'&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos);', // HTML
	].join('|'),
	'gi',
);

const deepest = 4;

/** The text and what it becomes as its escapes are undone, all of one depth at once, as deep as servers nest them. */
export function layersOf(text: string): readonly Mapped[] {
	const layers: Mapped[] = [{text, placeOf: index => index}];
	for (let layer = layers[0]; layer && layers.length < deepest; layer = layers.at(-1)) {
		if (layer.text.search(escapes) === -1) break;
		layers.push(undone(layer));
	}
	return layers;
}

const utf8 = new TextEncoder();

function undone({text, placeOf}: Mapped): Mapped {
	const signs: string[] = [];
	const places: number[] = [];
	const add = (sign: string, place: number) => {
		signs.push(sign);
		for (let unit = 0; unit < sign.length; unit++) places.push(placeOf(place));
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
	places.push(placeOf(text.length));
	return {text: signs.join(''), placeOf: index => places[index] ?? 0};
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
		if (sign.length === 1) return controls[sign] ?? sign;
		const code = Number.parseInt(sign.slice(1).replace(/[{}]/g, ''), 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
	}
	const name = found.slice(1, -1).toLowerCase();
	if (!name.startsWith('#')) return entities[name];
	const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
	return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
