import { fileURLToPath } from 'node:url';
import { Failure, remedy } from './failure.mjs';
import { requireNode } from './node.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a command's work and sets the exit code. What the user can mend ends in its sentence.
 * @param {() => Promise<number>} work answers the exit code
 */
export async function main(work) {
  try {
    requireNode(process.versions.node);
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : (remedy(String(error)) ?? error));
    process.exitCode = 1;
  }
}
