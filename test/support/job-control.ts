import type {JobControl} from '../../source/domain/suspension.ts';

/** A process that nobody stops for a while. */
export const neverSuspended: JobControl = {watch: () => () => undefined, stop: () => Promise.resolve()};
