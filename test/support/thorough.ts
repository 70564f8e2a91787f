import {test} from 'node:test';

/** Whether there is time for all that could be tried, as in `.ci/run`, and not only for what is tried every day. */
export const isThorough = process.env.BYOO_TEST_THOROUGH === '1';

/** How often a property is tried: a quarter of it every day. */
export const runs = (often: number): number => (isThorough ? often : Math.ceil(often / 4));

/** The first of some rows on a usual day, and all of them where there is time. */
export const onUsualDays = <Row>(count: number, rows: readonly Row[]): readonly Row[] =>
	isThorough ? rows : rows.slice(0, count);

/** A test that takes long, left to where there is time. */
export const whereThereIsTime: typeof test = isThorough
	? test
	: ((() => undefined) as unknown as typeof test);
