import { parseDocument } from 'htmlparser2';
import Papa from 'papaparse';
import { FORMATS } from '#lib/exporters/formats.ts';
import { importFile } from '#lib/importers/import.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { interleave, median, timeOfAsync } from './samples.ts';

const PROJECTS = 30;
const ROUNDS = 9;

/** What merely takes a file apart, to compare its import with. */
const PARSERS = {
  html: { name: 'parsing the page', parse: (text: string) => parseDocument(text) },
  csv: { name: 'parsing the csv', parse: (text: string) => Papa.parse(text) }
} as const;

/** Taking in a page and a csv of 30 projects, against parsing the same bytes. */
export async function measureWeb(): Promise<Figure[]> {
  const workbook = largeWorkbook(PROJECTS * 7);
  const figures: Figure[] = [];
  for (const [id, { name, parse }] of Object.entries(PARSERS)) {
    const format = FORMATS.find((one) => one.id === id)!;
    const bytes = await format.write(workbook);
    const { a, b } = await interleave(
      ROUNDS,
      () => timeOfAsync(() => importFile({ name: `a.${id}`, bytes })),
      () => timeOfAsync(async () => parse(new TextDecoder().decode(bytes)))
    );
    const speed = (time: number) => bytes.length / 1024 / 1024 / (time / 1000);
    const [measured, baseline] = [median(a), median(b)];
    figures.push(
      {
        name: `import of ${PROJECTS} projects as ${id}`,
        unit: 'ms',
        measured,
        baseline: { name, value: baseline },
        aim: null
      },
      {
        name: `import of ${PROJECTS} projects as ${id}, each second`,
        unit: 'MB',
        measured: speed(measured),
        baseline: { name, value: speed(baseline) },
        aim: null
      }
    );
  }
  return figures;
}
