import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';

/** The secrets of one run, which no other has. */
export type Canaries = {readonly key: string; readonly secret: string; readonly detail: string};

/** They hold signs that JSON, URLs, HTML and shells write differently. A key holds only what a header can carry. */
export function canariesOf(run: string): Canaries {
	const text = (what: string) => createHash('sha256').update(`${what} of ${run}`).digest('base64url');
	const [key, secret, detail] = ['key', 'secret', 'detail'].map(text) as [string, string, string];
	return {
		key: `mg_${key.slice(0, 16)}/+"${key.slice(16, 32)}`,
		secret: `${secret.slice(0, 14)}é &"\\%${secret.slice(14, 34)}`,
		detail: `${detail.slice(0, 20)}<+'/${detail.slice(20, 36)}`,
	};
}

/** Eight letters or digits of a secret in a row, however the rest of it is written, are too many. */
const tooMany = 8;

/** Fails where a part of a secret is in the text: as it is, in any case, spaced, escaped, in base64 or hexadecimal. */
export function assertNoCanary(place: string, text: string, canaries: Canaries): void {
	const bare = bareOf(text);
	const joined = text.replace(/\s+/g, '').replaceAll('+', '-').replaceAll('/', '_');
	for (const [name, canary] of Object.entries(canaries)) {
		assert.ok(
			!partsOf(bareOf(canary), tooMany).some(part => bare.includes(part)),
			`a part of the ${name} is in ${place}`,
		);
		const bytes = Buffer.from(canary);
		assert.ok(
			!partsOf(bytes.toString('hex'), 24).some(part => bare.includes(part)),
			`the ${name} is in ${place} in hexadecimal`,
		);
		for (const start of [0, 1, 2]) {
			const inner = bytes.subarray(start).toString('base64url').slice(0, -4);
			const isThere = partsOf(inner, 16).some(part => joined.includes(part));
			assert.ok(!isThere, `the ${name} is in ${place} in base64`);
		}
	}
}

const bareOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

const partsOf = (text: string, length: number): readonly string[] =>
	Array.from({length: Math.max(0, text.length - length + 1)}, (_, at) => text.slice(at, at + length));
