/** Something about an entered secret that is probably not part of it. */
export type Doubt =
	| 'edge white space'
	| 'line breaks'
	| 'control characters'
	| 'quotes'
	| 'angle brackets'
	| 'name and equals sign'
	| 'caret V'
	| 'paste marks'
	| 'placeholder'
	| 'same as client ID';

/** What each doubt looks like to the person, without showing the value. */
export const doubtMessages: Readonly<Record<Doubt, string>> = {
	'edge white space': 'There is white space around it.',
	'line breaks': 'There is a line break inside it.',
	'control characters': 'There are invisible control characters in it.',
	quotes: 'It is wrapped in quotes.',
	'angle brackets': 'It is wrapped in angle brackets.',
	'name and equals sign': 'It begins with a name and an equals sign, like a line of a settings file.',
	'caret V': 'It contains ^V: the terminal typed the paste key instead of pasting.',
	'paste marks': 'It contains [200~ or [201~: marks that a terminal puts around a paste.',
	placeholder: 'It looks like a placeholder, not a real secret.',
	'same as client ID': 'It is the same as the client ID.',
};

/**
A secret as it was entered. `value` has lost at most one final line break, which copying often adds;
everything else that looks wrong is a doubt to ask about. `tidied` is the value without what is doubted.
*/
export type SecretReading = {
	readonly value: string;
	readonly hadFinalLineBreak: boolean;
	readonly doubts: readonly Doubt[];
	readonly tidied: string;
};

const finalLineBreak = /(?:\r\n|\r|\n)$/;
const assignment =
	/^(?:export\s+)?(?:[A-Za-z_][A-Za-z0-9_-]*)?(?:SECRET|secret|Secret|KEY|key|Key|TOKEN|token)[A-Za-z0-9_-]*\s*[=:]\s*(?=[^=\s])/;
const placeholder =
	/^(?:<.*>|\[.*\]|\{.*\}|x{3,}|\*{3,}|•{3,}|\.{3,}|…|(?:(?:your|my|the|example|test)[-_ ]?)?(?:client|api|app)?[-_ ]?secret(?:[-_ ]?(?:here|key|value))?|change[-_ ]?me|placeholder|none|null|undefined|redacted)$/i;

export function readSecret(text: string, clientId?: string): SecretReading {
	const value = text.replace(finalLineBreak, '');
	const tidied = tidy(value);
	const has: Readonly<Record<Doubt, boolean>> = {
		'edge white space': value !== value.trim(),
		'line breaks': /[\r\n\u2028\u2029]/.test(value.trim()),
		'control characters': /[^\P{Cc}\r\n]|\p{Cf}/u.test(value.trim()),
		quotes: unquote(value.trim()) !== value.trim(),
		'angle brackets': /^<.*>$/s.test(value.trim()),
		'name and equals sign': assignment.test(value.trim()),
		'caret V': value.includes('^V'),
		'paste marks': /\[20[01]~/.test(value),
		placeholder: placeholder.test(tidied) || placeholder.test(value.trim()),
		'same as client ID': clientId !== undefined && tidied === clientId.trim() && tidied !== '',
	};
	const doubts = (Object.keys(doubtMessages) as readonly Doubt[]).filter(doubt => has[doubt]);
	return {value, hadFinalLineBreak: value !== text, doubts, tidied};
}

/** More than any copy puts around a value. A text of nothing but quotes would be looked at once for each two of them. */
const layerLimit = 20;

/** The value without what a copy tends to bring along, over and over until nothing of it is left. */
function tidy(value: string): string {
	let tidied = value;
	for (let layer = 0; layer < layerLimit; layer++) {
		const next = peeled(tidied);
		if (next === tidied) break;
		tidied = next;
	}
	return tidied;
}

const peeled = (value: string): string =>
	unquote(
		value
			.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
			.replaceAll('^V', '')
			.replace(/\[20[01]~/g, '')
			.trim()
			.replace(assignment, '')
			.replace(/^<(.*)>$/s, '$1'),
	);

const unquote = (text: string): string => text.replace(/^(["'`“”‘’«»])(.+)["'`“”‘’«»]$/s, '$2');
