/** Why the value of an entry cannot be told from what is written, though it has a name of ours. */
export type Flaw = 'goes-on' | 'shared' | 'labels-first' | 'more-cells' | 'given-twice' | 'encoded';

/** Each as it is told. Where it cannot be told which part is the value, none is taken. */
export const flaws: Readonly<Record<Flaw, {readonly message: string; readonly advice: string}>> = {
	'goes-on': {
		message: 'A value in it goes on in the next line, and nobody can tell where it ends.',
		advice: 'Write it on one line, or give each value by itself.',
	},
	shared: {
		message: 'A value in it is the alias of another one, which cannot be read here.',
		advice: 'Write the value itself in its place, or give each value by itself.',
	},
	'labels-first': {
		message: 'Two labels stand before the first value, and nobody can tell which is whose.',
		advice: 'Put each value behind its label, or give each value by itself.',
	},
	'more-cells': {
		message: 'A row of this table has more cells than the line of its names.',
		advice: 'Put a value that holds the separator in quotes, or give each value by itself.',
	},
	'given-twice': {
		message: 'A name is given twice in the same object of it, and only one value can be meant.',
		advice: 'Take the other one out, or give each value by itself.',
	},
	encoded: {
		message: 'Its values look like the base64 of a Kubernetes secret, and it does not say that they are.',
		advice: 'Paste it with its line “kind: Secret”, or decode the values first.',
	},
};
