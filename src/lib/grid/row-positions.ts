import type { Hot } from './handsontable.ts';

/**
 * Tells Handsontable the heights of all rows, in pixels. By itself it would ask for each of them through
 * its hooks, which for 10,000 rows takes longer than painting what is seen, and would add up those that it
 * has measured.
 */
export function tellRowHeights({ view }: Hot, heights: readonly number[]): void {
  const { wtViewport } = view._wt;
  wtViewport.oversizedRows = {};
  const sums = new Float64Array(heights.length + 1);
  heights.forEach((height, at) => (sums[at + 1] = sums[at]! + height));
  wtViewport.rowHeightCache.prefixSum = sums;
  wtViewport.rowHeightCache.totalItems = heights.length;
}
