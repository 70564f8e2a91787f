import {inspect} from 'node:util';

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

	/** The text with every copy of the secret masked: as it is, JSON-escaped and URL-escaped. */
	scrub(text: string): string {
		const forms = new Set([
			this.#value,
			JSON.stringify(this.#value).slice(1, -1),
			encodeURIComponent(this.#value.toWellFormed()),
			new URLSearchParams({v: this.#value}).toString().slice(2),
		]);
		let scrubbed = text;
		for (const form of [...forms].sort((a, b) => b.length - a.length)) {
			if (form !== '') scrubbed = scrubbed.replaceAll(form, mask);
		}
		return scrubbed;
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

/** The text with every one of the secrets masked; the longest first, for one may be the beginning of another. */
export const scrub = (text: string, secrets: readonly Secret[]): string =>
	secrets
		.toSorted((a, b) => b.reveal().length - a.reveal().length)
		.reduce((scrubbed, secret) => secret.scrub(scrubbed), text);
