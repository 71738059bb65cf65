import { importText } from '#lib/importers/import.ts';
import type { Figure } from './figure.ts';
import { papers } from './papers.ts';
import { interleave, median, timeOf } from './samples.ts';

const ROUNDS = 15;

/** Importing each paper, against splitting its text into lines. */
export async function measureImport(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, text] of papers) {
    const { a, b } = await interleave(
      ROUNDS,
      () => timeOf(() => importText(text)),
      () => timeOf(() => text.split(/\r\n|\n|\r/))
    );
    figures.push({
      name: `import of ${name}`,
      unit: 'ms',
      measured: median(a),
      baseline: { name: 'splitting it into lines', value: median(b) },
      aim: null
    });
  }
  return figures;
}
