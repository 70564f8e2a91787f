import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {suite, test} from 'node:test';
import {jobControlOf} from '../../source/commands/shared/process-stopping.ts';

/** A process that notes who it is asked to stop, and how many would have heard of it. */
function hostThat(onKill: (host: EventEmitter) => void) {
	const kills: {readonly pid: number; readonly listeners: number}[] = [];
	const host = Object.assign(new EventEmitter(), {
		pid: 4711,
		kill(pid: number) {
			kills.push({pid, listeners: host.listenerCount('SIGTSTP')});
			onKill(host);
		},
	});
	return {host, kills, control: jobControlOf(host)};
}

const watching = (events: string[]) => ({
	onStop: () => void events.push('stop'),
	onContinue: () => void events.push('continue'),
});

suite('job control', () => {
	test('tells of requests from outside until it is not watched any more', () => {
		const {host, control} = hostThat(() => undefined);
		const events: string[] = [];
		const stopWatching = control.watch(watching(events));
		host.emit('SIGTSTP');
		host.emit('SIGCONT');
		stopWatching();
		host.emit('SIGTSTP');
		host.emit('SIGCONT');
		assert.deepEqual(events, ['stop', 'continue']);
	});

	for (const [whom, pid] of [
		['process', 4711],
		['group', 0],
	] as const) {
		test(`stops the ${whom} by a signal that nobody hears, and hears the next one again`, async () => {
			const {host, kills, control} = hostThat(host => void setImmediate(() => host.emit('SIGCONT')));
			const events: string[] = [];
			control.watch(watching(events));
			await control.stop(whom);
			assert.deepEqual(kills, [{pid, listeners: 0}]);
			host.emit('SIGTSTP');
			assert.deepEqual(events, ['continue', 'stop']);
		});
	}

	test('goes on where nothing stops the process, and leaves no listener behind', async () => {
		const {host, control} = hostThat(() => undefined);
		await control.stop('group');
		assert.deepEqual([host.listenerCount('SIGCONT'), host.listenerCount('SIGTSTP')], [0, 0]);
	});

	test('goes on where the system knows no such signal', async () => {
		const {control} = hostThat(() => {
			throw new TypeError('Unknown signal: SIGTSTP');
		});
		await control.stop('group');
	});
});
