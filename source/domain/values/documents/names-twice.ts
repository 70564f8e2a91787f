/** Whether an object of a JSON text, which has to be valid, gives a name twice. */
export function hasNameTwice(json: string): boolean {
	/** The names of each object that is open; a list has none. */
	const open: Set<string>[] = [];
	for (const [token, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
		if (token === '{' || token === '[') open.push(new Set());
		else if (token === '}' || token === ']') open.pop();
		else if (colon !== undefined) {
			const names = open.at(-1);
			const name: unknown = JSON.parse(token.slice(0, -colon.length));
			if (typeof name !== 'string' || names?.has(name)) return true;
			names?.add(name);
		}
	}
	return false;
}
