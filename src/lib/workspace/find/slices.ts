/** How long a slice may take, in milliseconds: half of a frame. */
const SLICE = 8;

/**
 * Goes through the steps of long work in slices, between which keys and paints have their turn. The first
 * slice begins at once.
 * @param wanted asked after each pause; where it is no more, the rest is left
 * @returns whether it came to its end
 */
export async function inSlices<Step>(
  steps: Iterable<Step>,
  take: (step: Step) => void,
  wanted: () => boolean
): Promise<boolean> {
  let begun = performance.now();
  for (const step of steps) {
    take(step);
    if (performance.now() - begun < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!wanted()) return false;
    begun = performance.now();
  }
  return true;
}
