/** Where rows of these heights begin, one below the other, and last where they all end; in pixels. */
export function offsetsOf(heights: readonly number[]): Float64Array {
  const offsets = new Float64Array(heights.length + 1);
  heights.forEach((height, at) => (offsets[at + 1] = offsets[at]! + height));
  return offsets;
}

/** The row at this height; the first or last one where it is above or below all of them. */
export function rowAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
