import {type EventEmitter, once} from 'node:events';
import {setImmediate as nextTurn, setTimeout as pause} from 'node:timers/promises';
import type {JobControl} from '../../domain/suspension.ts';

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
			// Only a signal that nobody hears stops the process.
			for (const onStop of watchers) host.off('SIGTSTP', onStop);
			const isAsked = asksToStop(host, whom);
			// The process stands still in the line above. Whatever was sent to it meanwhile is heard within this time.
			if (isAsked) await Promise.race([goesOn, pause(stoppingMilliseconds, undefined, {signal})]);
			settling.abort();
			await goesOn.catch(() => undefined);
			await nextTurn();
			for (const onStop of watchers) host.on('SIGTSTP', onStop);
		},
	};
}

/** Whether the request could be made: not every system knows it. */
function asksToStop(host: Host, whom: 'process' | 'group'): boolean {
	try {
		host.kill(whom === 'group' ? 0 : host.pid, 'SIGTSTP');
		return true;
	} catch {
		return false;
	}
}
