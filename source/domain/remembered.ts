/** A function of a text that keeps its last answers, so many of them: who types one letter too many comes back. */
export function remembered<Value>(compute: (text: string) => Value, kept = 40): (text: string) => Value {
	const known = new Map<string, Value>();
	return text => {
		const value = known.has(text) ? (known.get(text) as Value) : compute(text);
		known.delete(text);
		known.set(text, value);
		const [oldest] = known.keys();
		if (known.size > kept && oldest !== undefined) known.delete(oldest);
		return value;
	};
}
