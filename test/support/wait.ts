import {setInterval} from 'node:timers/promises';

/** Text or a pattern on the screen, or any condition. */
export type Expectation = string | RegExp | (() => boolean);

type Waiting = {
	readonly screen: () => string;
	/** Whether the screen can be read now: it is drawn, and no frame is half painted. */
	readonly isWhole: () => boolean;
	/** Why nothing new can come, once that is so. */
	readonly end?: () => string | undefined;
	readonly seconds?: number;
};

/** Resolves as soon as the expectation is met. Rejects, and shows the screen, when it cannot be or takes too long. */
export async function waitUntil(
	expectation: Expectation,
	{screen, isWhole, end = () => undefined, seconds = 15}: Waiting,
): Promise<void> {
	const isMet = conditionOf(expectation, screen);
	const deadline = performance.now() + seconds * 1000;
	const failure = (reason: string) =>
		new Error(`${reason}, but was expected: ${String(expectation)}\n\nThe screen:\n${framed(screen())}`);

	if (isWhole() && isMet()) return;
	for await (const _ of setInterval(5)) {
		const ended = end();
		if ((isWhole() || ended) && isMet()) return;
		if (ended) throw failure(ended);
		if (performance.now() > deadline) throw failure(`It did not come within ${seconds} s`);
	}
}

function conditionOf(expectation: Expectation, screen: () => string): () => boolean {
	if (typeof expectation === 'function') return expectation;
	if (typeof expectation === 'string') return () => screen().includes(expectation);
	return () => screen().search(expectation) !== -1;
}

const framed = (screen: string): string => screen.replaceAll(/^/gm, '│ ');
