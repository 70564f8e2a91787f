import type {Services} from './services.ts';

/** What is drawn anew takes longer the more rows there are: about 15 ms for 10,000. Keys come in between. */
const pauseAfter = (rows: number): number => 0.2 + rows / 50_000;

/**
Takes the rows of a list as its pages come, and tells all of them so far: the first ones at once, and after a pause all
that came meanwhile, so that keys stay quick however many pages there are. Tells nothing once the signal has aborted.
*/
export function gathering<Row>(
	tell: (rows: readonly Row[]) => void,
	{wait, signal}: Pick<Services, 'wait'> & {readonly signal: AbortSignal},
): (rows: readonly Row[]) => void {
	const all: Row[] = [];
	let told = -1;
	let isPausing = false;
	async function tellAll(): Promise<void> {
		isPausing = true;
		while (all.length > told && !signal.aborted) {
			told = all.length;
			tell([...all]);
			await wait(pauseAfter(told), signal);
		}
		isPausing = false;
	}
	return rows => {
		for (const row of rows) all.push(row);
		if (!isPausing) tellAll();
	};
}
