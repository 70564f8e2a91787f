import {failure, type Result} from '../domain/problem.ts';

/** An input that cannot be used. Neither sentence may hold anything that was typed, read or printed. */
export const refused = (message: string, advice: string): Result<never> =>
	failure({kind: 'correct', fields: [], message, advice});

/** What a run gives that was told to end while it still read. */
export const stopped = (): Result<never> =>
	refused('Reading was stopped before its end.', 'Nothing was sent. Run it again to start over.');
