/** Waits until a condition holds; fails with its text after the given milliseconds. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  patience = 8000
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`after ${patience} ms still not: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
