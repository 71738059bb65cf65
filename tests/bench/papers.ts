import { hasSeeds, textSampleNames, sampleText, seedText } from '#tests/support/papers.ts';

const SEEDS = ['000', '001', '002', '003', '004'];

/** The papers that are measured, by name: the real ones where they are here, else the samples. */
export const papers: ReadonlyMap<string, string> = new Map(
  hasSeeds
    ? SEEDS.map((number) => [`seed ${number}`, seedText(number)])
    : textSampleNames.map((name) => [name, sampleText(name)])
);
