import type {Random} from './random.ts';

/** What breaks readers: ends too early, nests, repeats, and holds what cannot be seen. */
const pieces = [
	...['', '\0', '\u001b[2J', '\u202e', '\ufeff', '\u00a0', '\ud800', '\r', '\n', '\t', '  ', '\\', '\\u0000'],
	...[
		'{',
		'}',
		'[',
		']',
		':',
		',',
		'- ',
		'? ',
		'| ',
		'> ',
		'&a ',
		'*a',
		'!!binary ',
		'<<: ',
		'---\n',
		'#',
		'"',
		"'",
	],
	...[
		'null',
		'true',
		'-0',
		'1e999',
		'12345678901234567890',
		'__proto__',
		'constructor',
		'{env: X}',
		'{file: /}',
	],
	// biome-ignore lint/suspicious/noTemplateCurlyInString: what people write
	...['%', '%2e', '${X}', '{{x}}', 'é', '漢', '👍', 'x'.repeat(300), '['.repeat(60), 'a: '.repeat(40)],
] as const satisfies readonly string[];

/** The text with a few things added, taken away, doubled and swapped. */
export function mutated(text: string, random: Random): string {
	let result = text;
	for (let left = 1 + random.below(4); left > 0; left--) result = mutatedOnce(result, random);
	return result;
}

function mutatedOnce(text: string, random: Random): string {
	const from = random.below(text.length + 1);
	const to = Math.min(text.length, from + random.below(12));
	const [before, inside, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
	switch (random.below(5)) {
		case 0:
			return before + after;
		case 1:
			return before + inside + inside + after;
		case 2:
			return before;
		default:
			return before + random.pick(pieces) + (random.happens(0.5) ? inside : '') + after;
	}
}

/** A JSON value with some of its parts replaced by something else. */
export function mutatedJson(value: unknown, random: Random, odd: readonly [unknown, ...unknown[]]): unknown {
	if (random.happens(0.06)) return random.pick(odd);
	if (Array.isArray(value)) return value.map(item => mutatedJson(item, random, odd));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(() => !random.happens(0.04));
	return Object.fromEntries(entries.map(([key, inner]) => [key, mutatedJson(inner, random, odd)]));
}
