import {render} from 'ink';
import type {Answers} from '../wizard/answers.ts';
import type {Settled} from '../wizard/settled.ts';
import {App, type Ending} from './app.tsx';
import {Boundary} from './boundary.tsx';
import {keyStream, type TerminalInput} from './key-stream.ts';
import type {Services} from './services.ts';

/**
Runs the wizard in a terminal until it is finished or left, and leaves the terminal as it was.
Rejects with the fault if the program itself fails.
*/
export async function runWizard({
	stdin,
	stdout,
	stopSignal,
	...conversation
}: {
	readonly stdin: TerminalInput;
	readonly stdout: NodeJS.WriteStream;
	/** Aborts when the wizard is to be left, as by Ctrl+C. */
	readonly stopSignal: AbortSignal;
	readonly preset: Answers;
	readonly services: Services;
	readonly settled: Settled;
}): Promise<Ending> {
	const keys = keyStream(stdin);
	let ending: Ending | undefined;
	let fault: unknown;
	// Before the first frame, so that no key is echoed into it and Ctrl+C is ours as soon as it says so.
	keys.setRawMode?.(true);
	const instance = render(
		<Boundary
			onFault={error => {
				fault = error;
				setImmediate(() => instance.unmount());
			}}
		>
			<App
				{...conversation}
				stopSignal={stopSignal}
				onEnd={how => {
					ending = how;
				}}
			/>
		</Boundary>,
		{
			stdin: keys as unknown as NodeJS.ReadStream,
			stdout,
			interactive: true,
			exitOnCtrlC: false,
			patchConsole: false,
			maxFps: 120,
			incrementalRendering: true,
		},
	);
	try {
		await instance.waitUntilExit();
	} catch (error) {
		fault = error;
	} finally {
		keys.dispose();
	}
	if (!ending) throw fault ?? new Error('The wizard ended without an ending.');
	return ending;
}
