import {render} from 'ink';
import {type ReactNode, useInsertionEffect} from 'react';
import type {JobControl} from '../domain/suspension.ts';
import type {Answers} from '../wizard/answers.ts';
import type {Launch} from '../wizard/launch.ts';
import {App, type Ending} from './app.tsx';
import {Boundary} from './boundary.tsx';
import {keyStream, type TerminalInput} from './key-stream.ts';
import type {Services} from './services.ts';
import './with-resolvers.ts';

/** Of pastes, which are no longer marked, and the cursor, which is shown. */
const usualModes = '\u001b[?2004l\u001b[?25h';

const toFirstCell = '\u001b[H';
const blankScreen = `\u001b[2J${toFirstCell}`;

const renderOptions = {
	alternateScreen: true,
	interactive: true,
	exitOnCtrlC: false,
	patchConsole: false,
	maxFps: 120,
	incrementalRendering: true,
} as const;

/** A terminal keeps the row of its cursor when it changes to another screen, so what is painted begins at the top. */
function FromTheTop({stdout, children}: {readonly stdout: NodeJS.WriteStream; readonly children: ReactNode}) {
	// Other effects run after the first frame was written.
	useInsertionEffect(() => {
		stdout.write(toFirstCell);
	}, [stdout]);
	return children;
}

export type WizardRun = {
	readonly stdin: TerminalInput;
	readonly stdout: NodeJS.WriteStream;
	/** Aborts when the wizard is to be left, as by Ctrl+C. */
	readonly stopSignal: AbortSignal;
	readonly jobControl: JobControl;
	/** Calls back right before the process ends, whatever ends it. */
	readonly onLeave: (listener: () => void) => void;
	readonly preset: Answers;
	readonly services: Services;
	readonly launch: Launch;
};

/**
Runs the wizard in a terminal until it is finished or left, and leaves the terminal as it was.
Rejects with the fault if the program itself fails.
*/
export async function runWizard({
	stdin,
	stdout,
	stopSignal,
	onLeave,
	...conversation
}: WizardRun): Promise<Ending> {
	const keys = keyStream(stdin);
	let ending: Ending | undefined;
	let fault: unknown;
	let isOver = false;
	// Before the first frame, so that no key is echoed into it and Ctrl+C is ours as soon as it says so.
	keys.setRawMode?.(true);
	// What a terminal made of a frame by wrapping its lines anew is unknown, so nothing of it is kept.
	const paintAnew = () => {
		instance.clear();
		stdout.write(blankScreen);
		instance.rerender(view());
	};
	const view = () => (
		<Boundary
			onFault={error => {
				fault = error;
				setImmediate(() => instance.unmount());
			}}
		>
			<FromTheTop stdout={stdout}>
				<App
					{...conversation}
					stopSignal={stopSignal}
					paintAnew={paintAnew}
					onEnd={how => {
						ending = how;
					}}
				/>
			</FromTheTop>
		</Boundary>
	);
	const instance = render(view(), {
		...renderOptions,
		stdin: keys as unknown as NodeJS.ReadStream,
		stdout,
	});
	onLeave(() => {
		try {
			// Of what is still painted something may be a secret.
			if (!isOver) instance.clear();
			instance.unmount();
		} finally {
			keys.setRawMode?.(false);
			// Where Ctrl+C was typed after raw mode had ended, the terminal dropped what it had not shown yet.
			stdout.write(usualModes);
		}
	});
	try {
		await instance.waitUntilExit();
	} catch (error) {
		fault = error;
	} finally {
		isOver = true;
		keys.dispose();
		stdout.write(usualModes);
	}
	if (!ending) throw fault ?? new Error('The wizard ended without an ending.');
	return ending;
}
