import {inspect} from 'node:util';

/** What stands in place of a secret, whatever its length. */
export const mask = '••••••••';

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
