/**
 * Tells what is being done and how long it took, on the error stream, so that a program's own
 * output stays clean.
 * @template T
 * @param {string} what in Chinese
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(what, work) {
  const begun = performance.now();
  console.error(`${what}……`);
  const result = await work();
  console.error(`${what}完成，用时 ${seconds(begun)}`);
  return result;
}

/**
 * @param {number} begun a reading of performance.now()
 * @returns {string} the time since then, such as 3.2 秒
 */
export function seconds(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(1)} 秒`;
}
