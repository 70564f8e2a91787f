/** A run of signs that may be an encoding, and the texts it may stand for. `end` is behind its last sign. */
export type EncodedRun = {
	readonly start: number;
	readonly end: number;
	readonly meanings: readonly string[];
};

// Eight bytes and more, over lines and in groups too.
const hexadecimal = /(?:[0-9a-f]{2}[\s:-]?){8,}/gi;
const base64 = /[A-Za-z0-9+/_-](?:(?:\r?\n[ \t]{0,4})?[A-Za-z0-9+/_-]){10,}={0,2}/g;

// Texts are full of them, and they stand for nothing.
const isUuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The runs of hexadecimal and of base64, its URL form included, that may stand for so many bytes or more. */
export const encodedRuns = (text: string, byteCount: number): readonly EncodedRun[] => [
	...runsOf(text, hexadecimal, 2 * byteCount, run =>
		[0, 1].map(offset => fromHexadecimal(run.slice(offset))),
	),
	// What stands before it may have shifted the groups of four.
	...runsOf(text, base64, Math.ceil((4 * byteCount) / 3), run =>
		[0, 1, 2, 3].map(offset => fromBase64(run.slice(offset))),
	),
];

const runsOf = (
	text: string,
	pattern: RegExp,
	shortest: number,
	meaningsOf: (run: string) => readonly string[],
): readonly EncodedRun[] =>
	[...text.matchAll(pattern)].flatMap(({0: run, index}) => {
		const signs = run.replace(/[\s:=]/g, '');
		return signs.length < shortest || isUuid.test(run)
			? []
			: [{start: index, end: index + run.length, meanings: meaningsOf(signs)}];
	});

function fromHexadecimal(digits: string): string {
	const pairs = digits.replaceAll('-', '').match(/../g) ?? [];
	return decoded(Uint8Array.from(pairs, pair => Number.parseInt(pair, 16)));
}

function fromBase64(signs: string): string {
	const plain = signs.replaceAll('-', '+').replaceAll('_', '/');
	// A last sign alone stands for nothing.
	const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
	return decoded(Uint8Array.from(atob(whole), sign => sign.charCodeAt(0)));
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
