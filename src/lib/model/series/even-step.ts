/**
 * The step between whole numbers that are evenly spaced: 1 of a single one; null where the steps differ
 * or are zero, which is a repetition.
 */
export function evenStep(values: readonly number[]): number | null {
  const [first, second] = values;
  if (first === undefined) return null;
  if (second === undefined) return 1;
  const step = second - first;
  const even = values.every((value, at) => value === first + step * at);
  return even && step !== 0 ? step : null;
}

/** The remainder of a division that is never negative: `modulo(-1, 7)` is 6. */
export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
