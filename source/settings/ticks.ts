import {existsSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod/mini';
import type {Checklist, TickMemory} from '../domain/ports.ts';
import {fileNameOf, settingsName, ticksName} from './identity.ts';
import {appendLine, largeBytes, linesIn, replaceLines} from './json-lines.ts';

/** One tick, or one taken back, as a line of a file. The last line about a step counts. */
const lineSchema = z.object({list: z.string(), step: z.string(), done: z.boolean()});
type Line = z.infer<typeof lineSchema>;

const keptAtMost = 100;

/**
Ticks in a file per organization, beside its settings. A tick is one line at its end, so that two runs at once merge and
a killed one leaves at most a line that nobody can read. Nothing here throws.
*/
export function openTicks(folder: string): TickMemory {
	/** Those of the demo, and those that could not be written. */
	const ofRun = new Map<string, boolean>();
	const keyOf = (checklist: Checklist, step: string) =>
		[checklist.organization.url, checklist.organization.id, listOf(checklist), step].join(' ');
	return {
		ticked(checklist) {
			const lines = checklist.isDemo ? [] : linesOf(folder, checklist);
			const list = listOf(checklist);
			const steps = new Map(lines.filter(line => line.list === list).map(({step, done}) => [step, done]));
			const prefix = keyOf(checklist, '');
			for (const [key, isDone] of ofRun)
				if (key.startsWith(prefix)) steps.set(key.slice(prefix.length), isDone);
			return new Set([...steps].flatMap(([step, isDone]) => (isDone ? [step] : [])));
		},
		tick(checklist, step, isDone) {
			const problem = checklist.isDemo ? undefined : written(folder, checklist, step, isDone);
			if (checklist.isDemo || problem !== undefined) ofRun.set(keyOf(checklist, step), isDone);
			return problem;
		},
	};
}

const listOf = ({place, teamId, provider}: Checklist): string =>
	[place.environment, place.region, teamId, provider].join(' ');

/** Nothing of an organization that was forgotten, also by a version that knows no ticks. */
function linesOf(folder: string, {organization}: Checklist): readonly Line[] {
	const name = fileNameOf(organization);
	const path = join(folder, ticksName(name));
	if (existsSync(join(folder, settingsName(name)))) return linesIn(path, lineSchema);
	rmSync(path, {force: true});
	return [];
}

function written(folder: string, checklist: Checklist, step: string, isDone: boolean): string | undefined {
	try {
		const path = join(folder, ticksName(fileNameOf(checklist.organization)));
		const size = appendLine(path, {list: listOf(checklist), step, done: isDone});
		if (size > largeBytes) compact(path);
		return undefined;
	} catch {
		return 'This computer’s settings cannot be written, so the ticks are kept for this run only.';
	}
}

/** Only what counts, and of far too much the newest. */
function compact(path: string): void {
	const lines = linesIn(path, lineSchema);
	const isLast = (line: Line, index: number) =>
		lines.findLastIndex(({list, step}) => list === line.list && step === line.step) === index;
	replaceLines(path, lines.filter((line, index) => line.done && isLast(line, index)).slice(-keptAtMost));
}
