import { existsSync, readdirSync, readFileSync } from 'node:fs';

const SAMPLES = new URL('../samples/', import.meta.url);
const SEEDS = new URL('../../../shared/seeds/', import.meta.url);

/** Why tests on the seeds may be skipped. */
export const WITHOUT_SEEDS = 'skipped, because ../shared/seeds is not here';

/** Whether the real papers lie beside the project. */
export const hasSeeds = existsSync(SEEDS);

/** The names of the sample papers, each a folder in `tests/samples`. */
export const sampleNames: readonly string[] = readdirSync(SAMPLES).toSorted();

/** The text of a sample paper. */
export function sampleText(name: string): string {
  return readFileSync(new URL(`${name}/input.txt`, SAMPLES), 'utf8');
}

/** What a sample paper was found to hold by a person who read it. */
export function sampleExpectation(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}/expected.json`, SAMPLES), 'utf8'));
}

/** The text of the real paper whose file name begins with a number such as `000`. */
export function seedText(number: string): string {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(number));
  if (!name) throw new Error(`no seed begins with ${number}`);
  return readFileSync(new URL(name, SEEDS), 'utf8');
}
