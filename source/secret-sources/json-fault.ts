/** Where a text stops being JSON that can be sent, and what is wrong there. Never any part of the text. */
export type JsonFault = {readonly index: number; readonly message: string};

/** What may come next, in words for the person. */
const expectations = {
	value: 'a value',
	'value or end': 'a value or ]',
	key: 'a name in double quotes',
	'key or end': 'a name in double quotes or }',
	colon: 'a colon',
	'comma or end': 'a comma or a closing bracket',
	nothing: 'the end of the text',
} as const;

type Expected = keyof typeof expectations;

type Container = {readonly closing: '}' | ']'; readonly names: Set<string>};

type Token = {readonly kind: string; readonly text: string; readonly index: number};

/**
The first fault of a text that shall be JSON: its syntax, a name that an object has twice, a number that this program
would change, or more than `depth` levels. JSON.parse would quote the text where it says what is wrong, and takes
the rest in silence. Gives undefined where there is none.
*/
export function faultIn(text: string, depth: number): JsonFault | undefined {
	const open: Container[] = [];
	let expected: Expected = 'value';
	for (const token of tokensOf(text)) {
		const {kind, index} = token;
		const wrong = (message: string): JsonFault => ({index, message});
		const container = open.at(-1);
		if (kind === 'open string') return wrong('the text in quotes has no end');
		if (!fits(kind, expected, container)) return wrong(`${expectations[expected]} is expected`);
		const message = kind === 'string' || kind === 'number' ? faultOf(token, expected, container) : undefined;
		if (message) return wrong(message);
		if (kind === '{' || kind === '[') {
			if (open.length === depth) return wrong(`it is nested deeper than ${depth} levels`);
			open.push({closing: kind === '{' ? '}' : ']', names: new Set()});
		} else if (kind === '}' || kind === ']') open.pop();
		expected = next(kind, expected, open.at(-1));
	}
	return undefined;
}

function fits(kind: string, expected: Expected, container: Container | undefined): boolean {
	const isEnd = kind === container?.closing;
	switch (expected) {
		case 'value':
			return isValueStart(kind);
		case 'value or end':
			return isValueStart(kind) || isEnd;
		case 'key':
			return kind === 'string';
		case 'key or end':
			return kind === 'string' || isEnd;
		case 'colon':
			return kind === ':';
		case 'comma or end':
			return kind === ',' || isEnd;
		case 'nothing':
			return kind === 'end';
	}
}

function next(kind: string, expected: Expected, container: Container | undefined): Expected {
	if (kind === '{') return 'key or end';
	if (kind === '[') return 'value or end';
	if (kind === ':') return 'value';
	if (kind === ',') return container?.closing === '}' ? 'key' : 'value';
	if (isName(kind, expected)) return 'colon';
	return container ? 'comma or end' : 'nothing';
}

const isValueStart = (kind: string): boolean => ['{', '[', 'string', 'number', 'word'].includes(kind);

const isName = (kind: string, expected: Expected): boolean =>
	kind === 'string' && (expected === 'key' || expected === 'key or end');

function faultOf({kind, text}: Token, expected: Expected, container?: Container): string | undefined {
	if (kind === 'number') return isKept(text) ? undefined : 'the number has more digits than can be kept';
	const value = stringOf(text);
	if (value === undefined) return 'the text in quotes has a line break or a wrong \\ in it';
	if (!container || !isName(kind, expected)) return undefined;
	if (container.names.has(value)) return 'the object has this name already';
	container.names.add(value);
	return undefined;
}

function stringOf(text: string): string | undefined {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Whether the number is written back with the value it was read with. No sensible number is longer. */
const isKept = (text: string): boolean =>
	text.length <= 400 && Number.isFinite(Number(text)) && digitsOf(text) === digitsOf(String(Number(text)));

/** A number's digits without the zeros around them, and the power of ten that they are multiplied with. */
function digitsOf(text: string): string {
	const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e(.+))?$/i.exec(text) ?? [];
	const digits = `${whole}${fraction}`.replace(/^0+/, '');
	const trimmed = digits.replace(/0+$/, '');
	const power = Number(exponent) - fraction.length + digits.length - trimmed.length;
	return trimmed === '' ? '0' : `${trimmed}e${power}`;
}

const patterns = {
	string: /"[^"\\]*(?:\\.[^"\\]*)*"/sy,
	number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y,
	word: /(?:true|false|null)(?!\w)/y,
	space: /[ \t\n\r]*/y,
};

/** The tokens of a text, the end among them. What is none has the kind `unknown`, and no token follows it. */
function* tokensOf(text: string): Generator<Token> {
	let index = 0;
	const match = (kind: keyof typeof patterns): string | undefined => {
		patterns[kind].lastIndex = index;
		return patterns[kind].exec(text)?.[0];
	};
	for (;;) {
		index += match('space')?.length ?? 0;
		const sign = text[index];
		if (sign === undefined) return yield {kind: 'end', text: '', index};
		const kind = (['string', 'number', 'word'] as const).find(candidate => match(candidate) !== undefined);
		const token = kind ? match(kind) : undefined;
		if (kind && token !== undefined) yield {kind, text: token, index};
		else if ('{}[]:,'.includes(sign)) yield {kind: sign, text: sign, index};
		else return yield {kind: sign === '"' ? 'open string' : 'unknown', text: '', index};
		index += token?.length ?? 1;
	}
}
