/** Everything a stream gave, or why not all of it was taken. */
export type Collected =
	| {readonly kind: 'whole'; readonly bytes: Uint8Array}
	| {readonly kind: 'too-large'}
	| {readonly kind: 'cut'}
	| {readonly kind: 'stopped'};

/**
Reads a stream to its end, but no more than `limit` bytes and not after the signal. The stream is then left
paused, so that an input nobody closes does not keep the program alive. Never rejects: a broken stream is cut.
*/
export function collect(
	stream: NodeJS.ReadableStream,
	limit: number,
	signal?: AbortSignal,
): Promise<Collected> {
	return new Promise(resolve => {
		const chunks: Uint8Array[] = [];
		let size = 0;
		const take = (chunk: Uint8Array | string) => {
			const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
			size += bytes.byteLength;
			chunks.push(bytes);
			if (size > limit) settle({kind: 'too-large'});
		};
		const end = () => settle({kind: 'whole', bytes: Buffer.concat(chunks)});
		const cut = () => settle({kind: 'cut'});
		const stop = () => settle({kind: 'stopped'});
		const settle = (collected: Collected) => {
			stream.off('data', take).off('end', end).off('close', cut).pause();
			signal?.removeEventListener('abort', stop);
			resolve(collected);
		};
		// The listener for errors stays: one that comes late would otherwise end the program.
		stream.on('error', cut).on('end', end).on('close', cut);
		if (signal?.aborted) return stop();
		signal?.addEventListener('abort', stop);
		stream.on('data', take);
	});
}
