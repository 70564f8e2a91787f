/** Whether there is time for all that could be tried, as in `.ci/run`, and not only for what is tried every day. */
export const isThorough = process.env.BYOO_TEST_THOROUGH === '1';
