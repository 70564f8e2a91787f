import {createHash} from 'node:crypto';
import {type Reply, refusal} from './reply.ts';

/** Faults that come by chance, as shares of all requests between 0 and 1, together at most 1. */
export type Faults = {
	/** Answered 503; nothing is done. Half of the answers have `Retry-After: 0`. */
	readonly busy?: number;
	/** Never answered: the connection breaks, half of the time after all was done. */
	readonly drop?: number;
	/** Another seed has other requests fail. 0 by default. */
	readonly seed?: number;
};

export type ServerFault =
	| {readonly kind: 'busy'; readonly headers: Readonly<Record<string, string>>}
	| {readonly kind: 'drop'; readonly isDone: boolean};

/**
Says which fault a request meets, by its number: the same one at each start with the same seed. Throws a
RangeError where the shares are none.
*/
export function createFaults({
	busy = 0,
	drop = 0,
	seed = 0,
}: Faults = {}): (number: number) => ServerFault | undefined {
	if (!(busy >= 0 && drop >= 0 && busy + drop <= 1)) {
		throw new RangeError('The shares of faults are between 0 and 1, and together at most 1.');
	}
	return number => {
		const [kind, manner] = chancesOf(seed, number);
		if (kind < busy) return {kind: 'busy', headers: manner < 0.5 ? {'retry-after': '0'} : {}};
		return kind < busy + drop ? {kind: 'drop', isDone: manner < 0.5} : undefined;
	};
}

/** Acts on the request, or does not, and answers, as the fault says. */
export function withFault(fault: ServerFault | undefined, act: () => Reply): Reply {
	switch (fault?.kind) {
		case undefined:
			return act();
		case 'busy':
			return refusal(503, 'Service unavailable', fault.headers);
		case 'drop':
			if (fault.isDone) act();
			return {kind: 'drop'};
	}
}

/** Two numbers from 0 to below 1 that follow from seed and number, and from nothing else. */
function chancesOf(seed: number, number: number): readonly [number, number] {
	const digest = createHash('sha256').update(`byoo demo fault ${seed} ${number}`).digest();
	return [digest.readUInt32BE(0) / 2 ** 32, digest.readUInt32BE(4) / 2 ** 32];
}
