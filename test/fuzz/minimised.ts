import type {KeyRun} from './key-play.ts';

/**
The same failure with as little as possible happening before it: half of the plays are left out, then a quarter, and so
on, for as long as it still fails. Each try is a run of its own, so this takes minutes.
*/
export async function minimised(run: KeyRun, fails: (run: KeyRun) => Promise<boolean>): Promise<KeyRun> {
	let smallest = run;
	for (let size = Math.ceil(run.plays.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
		for (let at = 0; at < smallest.plays.length; ) {
			const {plays} = smallest;
			const shorter = {...smallest, plays: [...plays.slice(0, at), ...plays.slice(at + size)]};
			if (await fails(shorter)) smallest = shorter;
			else at += size;
		}
	}
	return smallest;
}
