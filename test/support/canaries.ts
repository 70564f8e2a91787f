import assert from 'node:assert/strict';

/** The ways in which a text may be written: as it is, in JSON, in an address, in a form, in base64. */
const formsOf = (text: string): readonly string[] => [
	text,
	JSON.stringify(text).slice(1, -1),
	encodeURIComponent(text),
	new URLSearchParams({v: text}).toString().slice(2),
	Buffer.from(text).toString('base64'),
];

/** Fails where any form of a canary is in the text. Which one it is, is told by its number, not by itself. */
export function assertAbsent(place: string, text: string, canaries: readonly string[]): void {
	for (const [index, canary] of canaries.entries()) {
		for (const form of formsOf(canary)) assert.ok(!text.includes(form), `canary ${index} is in ${place}`);
	}
}
