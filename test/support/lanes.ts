import {readdirSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, test} from 'node:test';
import {fileURLToPath} from 'node:url';

// A start of Node with all its imports costs more than most files of tests. So those of a lane share a process, and
// the lanes run beside each other.

/** The files and folders of `test/` in each lane. A file is in the first lane that names it, or else in `rooms`. */
const lanes = {
	/** What changes the process that it runs in, such as its PATH. */
	alone: ['commands/desktop.test.ts'],
	/** About half of the walks through the wizard, on a terminal. */
	journeys: ['guided', 'in-lines', 'plain-build', 'secrets', 'shapes', 'signals', 'trouble', 'walk'].map(
		name => `terminal/${name}.test.ts`,
	),
	terminal: ['terminal'],
	/** The program as scripts run it. */
	scripts: ['scripts'],
	/** Faults of the network, whose certificates, names and time limits are those of the whole process. */
	faults: ['faults'],
	/** Screens in this process, and the values that are put in there and elsewhere. */
	screens: ['ui', 'wizard', 'doors'],
	rooms: [],
} satisfies Readonly<Record<string, readonly string[]>>;

export type Lane = keyof typeof lanes;
export const laneNames = Object.keys(lanes) as readonly Lane[];

export const testFolder = fileURLToPath(new URL('..', import.meta.url));

/** Every file of tests, by its path below `test/`. */
export const testFiles = (): readonly string[] =>
	readdirSync(testFolder, {recursive: true, encoding: 'utf8'})
		.map(file => file.replaceAll(path.sep, '/'))
		.filter(file => /\.test\.tsx?$/.test(file))
		.sort();

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

const laneOf = (file: string): Lane =>
	laneNames.find(name => lanes[name].some(place => isIn(file, place))) ?? 'rooms';

/** Those of a lane. */
export const filesOf = (lane: Lane): readonly string[] => testFiles().filter(file => laneOf(file) === lane);

/** What a lane names and `test/` does not have. */
export const strayPlaces = (): readonly string[] =>
	laneNames.flatMap(name => lanes[name]).filter(place => !testFiles().some(file => isIn(file, place)));

/** Runs all tests of a lane in this process, once every file of it is loaded. */
export function runLane(lane: Lane): void {
	beforeEach(context => {
		const name = 'fullName' in context ? context.fullName : context.name;
		const clock = timers.setTimeout(giveUp, 1000 * patienceSeconds, name).unref();
		context.signal.addEventListener('abort', () => timers.clearTimeout(clock));
	});
	// React as it ships. Its checks for developers are a third of the time that screens take.
	process.env.NODE_ENV = 'production';
	const loaded = load(filesOf(lane));
	// Tests of a process run one after the other: what is loaded next cannot get in the way of this first one.
	test(`every file of the lane ${lane} loads`, () => loaded);
}

/** Loads what can be loaded; rejects with what went wrong. */
export async function load(files: readonly string[]): Promise<void> {
	const faults: Error[] = [];
	for (const file of files) {
		await import(`../${file}`).catch(cause =>
			faults.push(new Error(`test/${file} does not load: ${cause}`, {cause})),
		);
	}
	if (faults.length > 0) throw new AggregateError(faults, faults.map(({message}) => message).join('\n'));
}

const patienceSeconds = 300;

/** The real ones, which a test may replace while it runs. */
const timers = {setTimeout, clearTimeout};

/** Names a test that hangs. To the runner of Node 20 and 22, a time limit is one for the lane as a whole. */
function giveUp(name: string): void {
	console.error(`After ${patienceSeconds} s this test was still running, and the lane ended: ${name}`);
	process.exit(1);
}
