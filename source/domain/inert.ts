import {unseen} from './values/signs.ts';

/**
The same JSON, in which nothing acts on a terminal and nothing is hidden. It may come from a server. Line feeds stay:
inside of a text they are escaped already, outside they are its lines.
*/
export const inertJson = (json: string): string =>
	json.replace(unseen, sign =>
		sign === '\n'
			? sign
			: sign
					.split('')
					.map(unit => `\\u${hexOf(unit.charCodeAt(0), 4)}`)
					.join(''),
	);

/** The same YAML, which knows no halves of a sign. What is escaped has to stand in double quotes. */
export const inertYaml = (yaml: string): string =>
	yaml.replace(unseen, sign => {
		if (sign === '\n') return sign;
		const code = sign.codePointAt(0) ?? 0;
		return code > 0xffff ? `\\U${hexOf(code, 8)}` : `\\u${hexOf(code, 4)}`;
	});

const hexOf = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
