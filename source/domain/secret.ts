import {inspect} from 'node:util';
import {type Mapped, mapped, unescaped} from './escapes.ts';

const mask = '••••••••';

/**
A value that must never be printed. Every way JavaScript has of turning an object into text gives a mask
of fixed width, so neither the value nor its length leaks. `reveal()` is called where the value is truly
needed: the request that carries it, and the screen's reveal key.
*/
export class Secret {
	readonly #value: string;

	constructor(value: string) {
		this.#value = value;
	}

	reveal(): string {
		return this.#value;
	}

	/** Whether the secret is this very text, without giving it away. */
	is(text: string): boolean {
		return this.#value === text;
	}

	/** The text with every copy of the secret masked: as it is, and escaped as in URLs, JSON and HTML, up to three times. */
	scrub(text: string): string {
		if (this.#value === '') return text;
		// What a lone surrogate becomes where it is written in UTF-8.
		const wellFormed = this.#value.toWellFormed();
		const forms = [...new Set([this.#value, wellFormed, wellFormed.replaceAll(' ', '+')])];
		const scrubbed = forms.reduce((before, form) => before.replaceAll(form, mask), text);
		return withMasks(scrubbed, placesWithin(mapped(scrubbed), forms, 3));
	}

	toString(): string {
		return mask;
	}

	toJSON(): string {
		return mask;
	}

	[inspect.custom](): string {
		return mask;
	}
}

type Place = readonly [start: number, end: number];

/** Where one of the forms is in the text that was mapped, below any mix of so many layers of escapes. */
function placesWithin(layer: Mapped, forms: readonly string[], depth: number): readonly Place[] {
	if (depth === 0) return [];
	return unescaped(layer).flatMap(next => [
		...forms.flatMap(form => placesOf(form, next)),
		...placesWithin(next, forms, depth - 1),
	]);
}

/** Where the form is in the text that the layer was made from. */
function placesOf(form: string, {text, starts}: Mapped): readonly Place[] {
	const places: Place[] = [];
	for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
		places.push([starts[at] ?? 0, starts[at + form.length] ?? 0]);
	}
	return places;
}

/** The text with a mask in each of the places. The same copy may have been found in several layers. */
function withMasks(text: string, places: readonly Place[]): string {
	const parts: string[] = [];
	let end = 0;
	for (const [start, next] of places.toSorted(([a], [b]) => a - b)) {
		if (start < end) continue;
		parts.push(text.slice(end, start), mask);
		end = next;
	}
	return parts.join('') + text.slice(end);
}

/** The text with every one of the secrets masked; the longest first, for one may be the beginning of another. */
export const scrub = (text: string, secrets: readonly Secret[]): string =>
	secrets
		.toSorted((a, b) => b.reveal().length - a.reveal().length)
		.reduce((scrubbed, secret) => secret.scrub(scrubbed), text);
