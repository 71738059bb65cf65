import { Failure } from './failure.mjs';
import { seconds } from './progress.mjs';

/**
 * @typedef {object} Step one check of a test run
 * @property {string} name
 * @property {() => Promise<number>} run answers an exit code, or throws a Failure
 */
/** @typedef {{ name: string, passed: boolean, time: string }} Result */

/**
 * Runs stages one after the other, the steps of a stage side by side, and begins nothing more
 * once a step has failed.
 * @param {Step[][]} stages
 * @param {number} width how many steps may run at once
 * @param {(line: string) => void} say
 * @returns {Promise<Result[]>} one per step that ran, in the order of their ends
 */
export async function runStages(stages, width, say) {
  /** @type {Result[]} */
  const results = [];
  const going = () => results.every((result) => result.passed);
  for (const stage of stages) {
    const waiting = [...stage];
    const worker = async () => {
      while (going()) {
        const step = waiting.shift();
        if (step === undefined) return;
        results.push(await runStep(step, say));
      }
    };
    await Promise.all(Array.from({ length: width }, worker));
  }
  return results;
}

/**
 * @param {Step} step
 * @param {(line: string) => void} say
 * @returns {Promise<Result>}
 */
async function runStep({ name, run }, say) {
  const begun = performance.now();
  say(`… ${name}`);
  const passed = (await outcome(run, say)) === 0;
  const time = seconds(begun);
  say(`${passed ? '✓' : '✗'} ${name} ${time}`);
  return { name, passed, time };
}

/**
 * @param {Step['run']} run
 * @param {(line: string) => void} say
 */
async function outcome(run, say) {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    return 1;
  }
}
