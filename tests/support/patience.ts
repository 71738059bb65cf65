/**
 * Milliseconds in which work that does not grow out of bounds is done on the slowest machine. What does
 * grow takes minutes; how fast the work is on a good machine is measured by `npm run bench`.
 */
export const PATIENCE = 10_000;
