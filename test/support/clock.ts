/** Flags of Node that begin a process at this time. There is no other way to tell the built program what day it is. */
export const clockAt = (time: Date): readonly string[] => [
	'--import',
	`data:text/javascript,${encodeURIComponent(shiftedClock(time))}`,
];

const shiftedClock = (time: Date): string => `
	const Real = Date;
	const ahead = ${time.getTime()} - Real.now();
	globalThis.Date = class extends Real {
		constructor(...parts) {
			super(...(parts.length === 0 ? [Real.now() + ahead] : parts));
		}
		static now() {
			return Real.now() + ahead;
		}
	};
`;
