import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Workbook } from '#lib/model/workbook.ts';

const SAMPLES = new URL('../samples/', import.meta.url);
const SEEDS = new URL('../../../shared/seeds/', import.meta.url);

/** Why tests on the seeds may be skipped. */
export const WITHOUT_SEEDS = 'skipped, because ../shared/seeds is not here';

/** Whether the real papers lie beside the project. */
export const hasSeeds = existsSync(SEEDS);

/** The names of the sample papers, each a folder in `tests/samples`. */
export const sampleNames: readonly string[] = readdirSync(SAMPLES).toSorted();

/** The names of the sample papers that are plain text. */
export const textSampleNames = sampleNames.filter((name) =>
  existsSync(new URL(`${name}/input.txt`, SAMPLES))
);

/** A sample paper as a file; its format is that of its ending. */
export function sampleFile(name: string): { name: string; bytes: Uint8Array } {
  const folder = new URL(`${name}/`, SAMPLES);
  const input = readdirSync(folder).find((file) => file.startsWith('input.'));
  if (!input) throw new Error(`the sample ${name} has no input`);
  return { name: input, bytes: new Uint8Array(readFileSync(new URL(input, folder))) };
}

/** The text of a sample paper that is a text. */
export function sampleText(name: string): string {
  return readFileSync(new URL(`${name}/input.txt`, SAMPLES), 'utf8');
}

/** The workbook and the notes that a person who read a sample paper found in it. */
export function sampleExpectation(name: string): { workbook: Workbook; notes: unknown } {
  const read = (file: string) =>
    JSON.parse(readFileSync(new URL(`${name}/${file}`, SAMPLES), 'utf8'));
  return { workbook: read('workbook.json'), notes: read('notes.json') };
}

/** The text of the real paper whose file name begins with a number such as `000`. */
export function seedText(number: string): string {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(number));
  if (!name) throw new Error(`no seed begins with ${number}`);
  return readFileSync(new URL(name, SEEDS), 'utf8');
}
