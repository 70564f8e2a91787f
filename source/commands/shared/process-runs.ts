import type {Runs} from '../../domain/runs.ts';

type Host = Pick<NodeJS.Process, 'pid' | 'kill'>;

/** The runs on a computer of this name, each by that and the number of its process. */
export const runsOn = (host: Host, name: string): Runs => ({
	own: `${host.pid}@${name}`,
	isGoingOn(run) {
		const [number = '', ...rest] = run.split('@');
		if (rest.join('@') !== name) return undefined;
		return /^[1-9][0-9]{0,9}$/.test(number) && isAlive(host, Number(number));
	},
});

function isAlive(host: Host, pid: number): boolean {
	try {
		// Sends nothing, and fails where there is no such process.
		return host.kill(pid, 0);
	} catch (error) {
		// Somebody else's is there as well.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
