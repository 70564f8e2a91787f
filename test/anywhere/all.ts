import {load, testFiles} from '../support/lanes.ts';

// What runs on macOS and Windows too: whatever needs no shell, no terminal of the system, no pipe with a name and no mode
// of a file. The rest of the tests is for Linux alone, and says so by what it calls.

const rooms = ['domain', 'manifest', 'operations', 'output', 'ui', 'wizard'];
/** These run a shell, or read the sources by their paths. */
const onLinux = ['output/curl.test.ts', 'wizard/architecture.test.ts'];

const more = [
	'command-line',
	'detail-flags',
	'dropped-file',
	'ending',
	'help-text',
	'process-stopping',
	'required',
	'wizard-flags',
].map(name => `commands/${name}.test.ts`);

const isOfRoom = (file: string): boolean =>
	rooms.some(room => file.startsWith(`${room}/`)) && !onLinux.includes(file);

await load(testFiles().filter(file => isOfRoom(file) || more.includes(file)));
