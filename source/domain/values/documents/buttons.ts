const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What the buttons of consoles do, in their words and in the names of their icons. */
const verbs = words(
	'copy copied show hide reveal view edit regenerate rotate reset delete remove revoke refresh renew download generate visibility click',
);

/** What it is for. A line that begins with one of these is a label. */
const objects = words('client id identifier secret key token value credential credentials text');

const besides = words('to a the this your it now again new content file clipboard off on');

/** Whether a line is that of a button beside a value, as it is copied along with a page: “Copy”, “Show secret”. */
export function isButton(line: string): boolean {
	if (line.length > 40 || /[=:\d]/.test(line)) return false;
	// Icons, brackets and strokes may stand around it.
	const found = line.toLowerCase().match(/\p{L}+/gu) ?? [];
	return (
		!objects.has(found[0] ?? '') &&
		found.some(word => verbs.has(word)) &&
		found.every(word => verbs.has(word) || objects.has(word) || besides.has(word))
	);
}
