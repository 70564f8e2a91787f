import {readdirSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, test} from 'node:test';
import {fileURLToPath} from 'node:url';

// A start of Node with all its imports costs more than most files of tests. So those of a lane share a process, and
// the lanes run beside each other.

/** The files and folders of `test/` that each lane has, by their paths there; `rooms` has all that no other one has. */
const lanes = {
	/** The built program on a terminal of its own. */
	terminal: ['terminal'],
	/** The program as scripts run it. */
	scripts: ['scripts'],
	/** Faults of the network, whose certificates, names and time limits are those of the whole process. */
	faults: ['faults'],
	/** What changes the process that it runs in, such as its PATH. */
	alone: ['commands/desktop.test.ts'],
	rooms: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Lane = keyof typeof lanes;
export const laneNames = Object.keys(lanes) as readonly Lane[];

export const testFolder = fileURLToPath(new URL('..', import.meta.url));

/** The path of every file of tests below `test/`. */
export const testFiles = (): readonly string[] =>
	readdirSync(testFolder, {recursive: true, encoding: 'utf8'})
		.map(file => file.replaceAll(path.sep, '/'))
		.filter(file => /\.test\.tsx?$/.test(file))
		.sort();

const has = (lane: Lane, file: string): boolean =>
	lanes[lane].some(place => file === place || file.startsWith(`${place}/`));

/** Those of a lane. */
export const filesOf = (lane: Lane): readonly string[] =>
	testFiles().filter(
		file => has(lane, file) || (lane === 'rooms' && !laneNames.some(name => has(name, file))),
	);

/** What a lane names and `test/` has not. */
export const strayPlaces = (): readonly string[] =>
	Object.values(lanes)
		.flat()
		.filter(place => !testFiles().some(file => file === place || file.startsWith(`${place}/`)));

/** Runs all tests of a lane in this process, once every file of it is loaded. */
export function runLane(lane: Lane): void {
	beforeEach(context => {
		const name = 'fullName' in context ? context.fullName : context.name;
		const clock = setTimeout(giveUp, 1000 * patienceSeconds, name).unref();
		context.signal.addEventListener('abort', () => clearTimeout(clock));
	});
	const loaded = load(filesOf(lane));
	// Tests of a process run one after the other: what is loaded next cannot get in the way of this first one.
	test(`every file of the lane ${lane} loads`, () => loaded);
}

/** Loads what can be loaded; rejects with what went wrong. */
async function load(files: readonly string[]): Promise<void> {
	const faults: Error[] = [];
	for (const file of files) {
		await import(`../${file}`).catch(cause => faults.push(new Error(`test/${file} does not load`, {cause})));
	}
	if (faults.length > 0) throw new AggregateError(faults, faults.map(({message}) => message).join('\n'));
}

const patienceSeconds = 180;

/** Names the test that hangs. The time limit of older Nodes is one for the lane as a whole. */
function giveUp(name: string): void {
	console.error(`After ${patienceSeconds} s this test was still running, and the lane ended: ${name}`);
	process.exit(1);
}
