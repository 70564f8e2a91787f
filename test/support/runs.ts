import type {Runs} from '../../source/domain/runs.ts';

/** One run, beside which no other one goes on. */
export const thisRun: Runs = {own: '7@here', isGoingOn: () => false};
