import {type Cell, type Told, tell, titleOf} from './cell.ts';
import type {Fault} from './fault.ts';
import type {Given} from './job.ts';

export type Chronicle = Map<string, Told>;

/** What was told in each cell of every day, by its title. */
export const chronicle: Chronicle = new Map();

/** Tries a fault in each of the cells, some at once. Rejects with all that was not as it has to be. */
export async function tryEach(
	cells: readonly Cell[],
	program: Given['program'],
	take: (cell: Cell, told: Told) => void,
	atOnce = 8,
): Promise<void> {
	const queue = cells.values();
	const wrong: string[] = [];

	async function work(): Promise<void> {
		for (const cell of queue) {
			try {
				take(cell, await tell(cell, program));
			} catch (error) {
				wrong.push(`${titleOf(cell)}\n${error instanceof Error ? error.message : error}`);
			}
		}
	}

	await Promise.all(Array.from({length: atOnce}, work));
	if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
}

/** Silent faults last: what they need makes everything that comes after it slower. */
export const inTurn = (faults: readonly Fault[]): readonly Fault[] => [
	...faults.filter(({isSilent}) => !isSilent),
	...faults.filter(({isSilent}) => isSilent),
];
