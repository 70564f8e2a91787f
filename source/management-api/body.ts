/** What an answer may be at most, in bytes. A page of the API is far below. */
export const bodyLimit = 4 * 1024 * 1024;

/** The text of an answer, or why there is none. */
export type Body =
	| {readonly kind: 'whole'; readonly text: string}
	| {readonly kind: 'too-large'}
	| {readonly kind: 'cut'};

/**
Reads the body as a stream and stops at the limit, or as soon as the signal aborts, whatever the server still sends.
Never throws: a broken stream is a cut body.
*/
export async function readBody(response: Response, signal: AbortSignal, limit = bodyLimit): Promise<Body> {
	if (!response.body) return {kind: 'whole', text: ''};
	const reader = response.body.getReader();
	const cancel = () => void reader.cancel().catch(() => undefined);
	signal.addEventListener('abort', cancel, {once: true});
	const decoder = new TextDecoder();
	let text = '';
	let size = 0;
	try {
		for (;;) {
			const {done, value} = await reader.read();
			// A reader that was cancelled says that it is done.
			if (signal.aborted) return {kind: 'cut'};
			if (done) return {kind: 'whole', text: text + decoder.decode()};
			size += value.byteLength;
			if (size > limit) {
				cancel();
				return {kind: 'too-large'};
			}
			text += decoder.decode(value, {stream: true});
		}
	} catch {
		return {kind: size > limit ? 'too-large' : 'cut'};
	} finally {
		signal.removeEventListener('abort', cancel);
	}
}
