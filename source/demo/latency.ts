import type {Operation} from './world.ts';

/** How long the real thing takes, in milliseconds, about. */
const usual: Readonly<Record<Operation, number>> = {
	organization: 90,
	teams: 140,
	team: 100,
	'team-creation': 260,
	credentials: 120,
	save: 320,
	removal: 220,
	preparation: 180,
	'team-token': 150,
	'scope-requirements': 120,
};

/** The milliseconds before an answer. `count` numbers the requests: the same run takes the same time each time. */
export function latencyOf(operation: Operation | undefined, count: number, scale: number): number {
	const base = operation ? usual[operation] : 80;
	const variety = 0.8 + ((count * 7) % 5) / 10;
	return Math.round(base * variety * scale);
}
