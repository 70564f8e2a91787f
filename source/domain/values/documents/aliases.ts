import type {Named} from './line.ts';
import {lineValue} from './line-value.ts';
import type {Valued} from './over-lines.ts';

/** Puts the value that an anchor of YAML names in the place of its alias. What looks like an alias of none stays. */
export function aliasesIn(text: string): (line: Named, valued: Valued) => Valued {
	const anchors = new Map(
		Array.from(text.matchAll(/(?<=[\s:-])&([^\s,[\]{}]+)[ \t]+(\S.*)/g), ([, name = '', behind = '']) => [
			name,
			lineValue(behind),
		]),
	);
	return (line, valued) => {
		const alias = /^\*([^\s,[\]{}]+)$/.exec(line.behind)?.[1];
		const value = line.isAssignment || alias === undefined ? undefined : anchors.get(alias);
		if (value === undefined) return valued;
		// A block, a list or another alias is none that a line could show.
		return /^[|>[{*!]/.test(value) ? {...valued, flaw: 'shared'} : {...valued, value};
	};
}
