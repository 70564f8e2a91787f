/** What an answer may be at most, in bytes. A page of the API is far below. */
export const bodyLimit = 4 * 1024 * 1024;

/** The text of an answer, or why there is none. */
export type Body =
	| {readonly kind: 'whole'; readonly text: string}
	| {readonly kind: 'too-large'}
	| {readonly kind: 'cut'};

/** Reads the body as a stream and stops at the limit. Never throws: a broken stream is a cut body. */
export async function readBody(response: Response, limit = bodyLimit): Promise<Body> {
	if (!response.body) return {kind: 'whole', text: ''};
	const reader = response.body.getReader();
	const decoder = new TextDecoder();
	let text = '';
	let size = 0;
	try {
		for (;;) {
			const {done, value} = await reader.read();
			if (done) return {kind: 'whole', text: text + decoder.decode()};
			size += value.byteLength;
			if (size > limit) {
				await reader.cancel();
				return {kind: 'too-large'};
			}
			text += decoder.decode(value, {stream: true});
		}
	} catch {
		return {kind: size > limit ? 'too-large' : 'cut'};
	}
}
