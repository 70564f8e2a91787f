/** Loads a module that is written while a test runs. */
export const imported = address => import(address);
