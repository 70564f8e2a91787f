import {after} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {cleanup, render} from 'ink-testing-library';
import type {ReactElement} from 'react';

// The library's screen has no height, and Ink would ask the system for one at every render.
const {stdout, unmount} = render(undefined as unknown as ReactElement);
Object.defineProperty(Object.getPrototypeOf(stdout), 'rows', {get: () => 24});
unmount();

/** Draws a component with ink-testing-library: the text of each frame, without a terminal. */
export function draw(node: ReactElement) {
	const app = render(node);
	return {
		/** The last one, without the mark of the step. */
		frame: (): string => (app.frames.findLast(Boolean) ?? '').replaceAll(/^┃ ?/gm, ''),
		frames: app.frames,
		/** Sends keys and resolves once React has drawn what they changed. */
		async press(text: string): Promise<void> {
			app.stdin.write(text);
			for (let turn = 0; turn < 5; turn++) await setImmediate();
		},
	};
}

after(cleanup);
