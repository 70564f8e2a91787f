import {randomBytes} from 'node:crypto';
import {
	appendFileSync,
	closeSync,
	constants,
	existsSync,
	fstatSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod/mini';
import type {Checklist, TickMemory} from '../domain/ports.ts';
import {readSmallFile} from './files.ts';
import {fileNameOf, settingsName, ticksName} from './identity.ts';

/** One tick, or one taken back, as a line of a file. The last line about a step counts. */
const lineSchema = z.object({list: z.string(), step: z.string(), done: z.boolean()});
type Line = z.infer<typeof lineSchema>;

/** From this size in bytes on, a file is written anew without what does not count any more. */
const largeBytes = 32 * 1024;
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
	const file = readSmallFile(path);
	if (!file || !('text' in file)) return [];
	if (existsSync(join(folder, settingsName(name)))) return parsed(file.text);
	rmSync(path, {force: true});
	return [];
}

const parsed = (text: string): readonly Line[] =>
	text.split('\n').flatMap(line => {
		try {
			const read = lineSchema.safeParse(JSON.parse(line));
			return read.success ? [read.data] : [];
		} catch {
			// A run was killed while it wrote this.
			return [];
		}
	});

function written(folder: string, checklist: Checklist, step: string, isDone: boolean): string | undefined {
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		const path = join(folder, ticksName(fileNameOf(checklist.organization)));
		append(path, {list: listOf(checklist), step, done: isDone});
		return undefined;
	} catch {
		return 'This computer’s settings cannot be written, so the ticks are kept for this run only.';
	}
}

const {O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0} = constants;

function append(path: string, line: Line): void {
	const fd = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
	let size: number;
	try {
		const stats = fstatSync(fd);
		if (!stats.isFile()) throw new Error('That is no file.');
		// On a line of its own, also after one that was cut.
		appendFileSync(fd, `\n${JSON.stringify(line)}\n`);
		size = stats.size;
	} finally {
		closeSync(fd);
	}
	if (size > largeBytes) compact(path);
}

/** Only what counts, and of far too much the newest. */
function compact(path: string): void {
	const file = readSmallFile(path);
	if (!file) return;
	const lines = 'text' in file ? parsed(file.text) : [];
	const isLast = (line: Line, index: number) =>
		lines.findLastIndex(({list, step}) => list === line.list && step === line.step) === index;
	const kept = lines.filter((line, index) => line.done && isLast(line, index)).slice(-keptAtMost);
	const temporary = `${path}.tmp-${randomBytes(8).toString('hex')}`;
	writeFileSync(temporary, kept.map(line => `${JSON.stringify(line)}\n`).join(''), {mode: 0o600});
	renameSync(temporary, path);
}
