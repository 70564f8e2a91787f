/** Whether there is time for all that could be tried, as in `.ci/run`, and not only for what is tried every day. */
export const isThorough = process.env.BYOO_TEST_THOROUGH === '1';

/** How often a property is tried: a third of it every day. */
export const runs = (often: number): number => (isThorough ? often : Math.ceil(often / 3));
