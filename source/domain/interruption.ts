/** Why a job was told to stop before its end. */
export type Interruption = 'cancelled' | 'deadline';

/** What the signal of a job was aborted for. Whoever aborts it for a deadline gives that as the reason. */
export const interruptionOf = ({reason}: AbortSignal): Interruption =>
	reason === 'deadline' ? 'deadline' : 'cancelled';

/** The beginning of a sentence that says so. */
export const interruptionWords: Readonly<Record<Interruption, string>> = {
	cancelled: 'Cancelled',
	deadline: 'The deadline passed',
};
