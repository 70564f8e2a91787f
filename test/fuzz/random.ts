/** Numbers that look random and follow from the seed alone. */
export type Random = {
	/** From 0 to below 1. */
	readonly next: () => number;
	/** A whole number from 0 to below the limit. */
	readonly below: (limit: number) => number;
	readonly pick: <Values extends readonly [unknown, ...unknown[]]>(values: Values) => Values[number];
	/** Whether something of this likelihood happens. */
	readonly happens: (likelihood: number) => boolean;
};

/** The generator known as mulberry32, which has 32 bits of state and serves for play, not for secrets. */
export function randomOf(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		next,
		below,
		pick: values => values[below(values.length)] ?? values[0],
		happens: likelihood => next() < likelihood,
	};
}
