// Line feeds stay: inside of a JSON text they are escaped already, outside they are its lines.
const unseen = /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}/gu;

/** The same JSON, in which whatever a terminal would not show as a sign is escaped. It may come from a server. */
export const inertJson = (json: string): string =>
	json.replace(unseen, sign =>
		sign
			.split('')
			.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
			.join(''),
	);
