// Preloaded into a program under test: a pause before it tries again takes no time and is told, and a time limit takes a
// part of its own, as the environment says.

import {syncBuiltinESMExports} from 'node:module';
import timers from 'node:timers/promises';

const pause = timers.setTimeout;
timers.setTimeout = (milliseconds, ...more) => {
	process.stderr.write(`test: paused for ${milliseconds / 1000} s\n`);
	return pause(Math.min(milliseconds, 5), ...more);
};
syncBuiltinESMExports();

const timesAsFast = Number(process.env.BYOO_TEST_HASTE ?? 1);
const begin = globalThis.setTimeout;
globalThis.setTimeout = (callback, milliseconds = 0, ...more) =>
	begin(callback, milliseconds < 1000 ? milliseconds : milliseconds / timesAsFast, ...more);
