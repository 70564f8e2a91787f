import {type EventEmitter, once} from 'node:events';
import {setTimeout as pause} from 'node:timers/promises';
import type {JobControl} from '../../domain/job-control.ts';

/** As much of a process as this uses. */
type Host = EventEmitter & {readonly pid: number; kill(pid: number, signal: 'SIGTSTP'): unknown};

/** How long it may take until the request has stopped the process. */
const stoppingMilliseconds = 100;

/** Job control of this process, which is handed in. */
export function jobControlOf(host: Host): JobControl {
	const watchers = new Set<() => void>();
	return {
		watch({onStop, onContinue}) {
			watchers.add(onStop);
			host.on('SIGTSTP', onStop).on('SIGCONT', onContinue);
			return () => {
				watchers.delete(onStop);
				host.off('SIGTSTP', onStop).off('SIGCONT', onContinue);
			};
		},
		async stop(whom) {
			const settling = new AbortController();
			const {signal} = settling;
			const goesOn = once(host, 'SIGCONT', {signal});
			const isTooLate = pause(stoppingMilliseconds, undefined, {signal});
			// Only a signal that nobody hears stops the process.
			for (const onStop of watchers) host.off('SIGTSTP', onStop);
			if (hasStopped(host, whom)) await Promise.race([goesOn, isTooLate]);
			settling.abort();
			await Promise.allSettled([goesOn, isTooLate]);
			for (const onStop of watchers) host.on('SIGTSTP', onStop);
		},
	};
}

/** Whether the request could be made: not every system knows it. */
function hasStopped(host: Host, whom: 'process' | 'group'): boolean {
	try {
		host.kill(whom === 'group' ? 0 : host.pid, 'SIGTSTP');
		return true;
	} catch {
		return false;
	}
}
