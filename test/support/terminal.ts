import {after} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {emulate, type Size} from './emulator.ts';
import {personalEnvironment} from './environment.ts';
import {bracketed} from './keys.ts';
import {spawnOnTerminal} from './pseudo-terminal.ts';
import {type Expectation, waitUntil} from './wait.ts';

/** The Node that runs the program under test, which need not be the one that runs the tests. */
export const nodeUnderTest = process.env.BYOO_TEST_NODE ?? process.execPath;

type Launch = Partial<Size> & {
	/** Node itself, if not given. */
	readonly file?: string;
	readonly args: readonly string[];
	/** Changes to a person's environment; undefined takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
};

export type Terminal = ReturnType<typeof launch>;

/** Starts a program as a person would, on a real terminal of 80x24 if no size is given. */
export function launch({
	file = nodeUnderTest,
	args,
	env,
	cwd = process.cwd(),
	columns = 80,
	rows = 24,
}: Launch) {
	const emulator = emulate({columns, rows, onReply: reply => program.write(reply)});
	const program = spawnOnTerminal({
		file,
		args,
		env: personalEnvironment(env),
		cwd,
		columns,
		rows,
		onData: emulator.write,
		isIdle: emulator.isDrawn,
	});

	const end = (): string | undefined => {
		const exit = program.exit();
		return exit && `The program ended (${exit.signal ?? exit.exitCode})`;
	};

	const terminal = {
		pid: program.pid,
		screen: emulator.screen,
		painted: emulator.painted,
		cells: emulator.cells,
		all: emulator.all,
		raw: emulator.raw,
		cursor: emulator.cursor,
		modes: emulator.modes,
		stty: program.stty,
		exited: program.exited,
		/** Whether it has ended already. */
		hasEnded: (): boolean => program.exit() !== undefined,
		write: program.write,
		hangUp: program.hangUp,
		/** Waits for text or a pattern on the screen, or any condition: at most 15 s, unless told otherwise. */
		waitFor: (expectation: Expectation, {seconds = 15} = {}): Promise<void> =>
			waitUntil(expectation, {screen: emulator.screen, isWhole: emulator.isWhole, end, seconds}),
		/** Sends one character after the other, as fast as fingers never are. Wait for a raw line first. */
		async type(text: string): Promise<void> {
			for (const character of text) {
				program.write(character);
				await setImmediate();
			}
		},
		/** Marked as a paste if the app asked for that, as terminals do. */
		paste(text: string): void {
			program.write(emulator.modes().hasBracketedPaste ? bracketed(text) : text);
		},
		resize(size: Size): void {
			emulator.resize(size);
			program.resize(size);
		},
		signal(name: NodeJS.Signals): void {
			process.kill(program.pid, name);
		},
		/** Ends the program if it still runs. What was on its screen can still be read. */
		async close(): Promise<void> {
			try {
				if (!program.exit()) terminal.signal('SIGKILL');
			} catch {
				// It ended a moment ago.
			}
			await program.exited;
		},
	};
	open.add(terminal);
	return terminal;
}

const open = new Set<{readonly close: () => Promise<void>}>();

// A test that failed leaves its program running, and the runner would wait for it for ever.
if (process.env.NODE_TEST_CONTEXT) after(() => Promise.all([...open].map(terminal => terminal.close())));
