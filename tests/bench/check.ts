import { importText } from '#lib/importers/import.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { check, createChecker } from '#lib/rules/check.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { papers } from './papers.ts';
import { interleave, median, timeOf } from './samples.ts';

const ROUNDS = 15;
/** Rows of a department, of a large one, and the most that a workbook is made for; their aims in ms. */
const SIZES = [
  { rows: 300, full: 20, edit: 1 },
  { rows: 3_000, full: null, edit: null },
  { rows: 10_000, full: null, edit: 4 }
] as const;
const OF_PAPERS = { full: 20, edit: 1 };

interface Aims {
  readonly full: number | null;
  readonly edit: number | null;
}

/** Checking papers and larger workbooks, whole and after one edit, against reading every cell once. */
export async function measureCheck(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, text] of papers) {
    const imported = importText(text);
    if (!imported.ok) throw new Error(`check: ${name} was not imported: ${imported.sentence}`);
    figures.push(...(await measure(name, imported.workbook, OF_PAPERS)));
  }
  for (const { rows, ...aims } of SIZES) {
    figures.push(...(await measure(`${rows} rows`, largeWorkbook(rows), aims)));
  }
  return figures;
}

async function measure(name: string, workbook: Workbook, aims: Aims): Promise<Figure[]> {
  return [await fullCheck(name, workbook, aims), ...(await checkAfterEdit(name, workbook, aims))];
}

async function fullCheck(name: string, workbook: Workbook, { full }: Aims): Promise<Figure> {
  // A copy each time: rules remember what they have read of an object.
  const { a, b } = await interleave(
    ROUNDS,
    () => {
      const fresh = structuredClone(workbook);
      return timeOf(() => check(fresh));
    },
    () => timeOf(() => lengthOfTexts(workbook))
  );
  return {
    name: `check of ${name}, whole`,
    unit: 'ms',
    measured: median(a),
    baseline: { name: 'reading each cell', value: median(b) },
    aim: full === null ? null : { most: full }
  };
}

async function checkAfterEdit(name: string, workbook: Workbook, { edit }: Aims): Promise<Figure[]> {
  const row = workbook.sheets.find(({ kind, rows }) => kind === 'project' && rows.length > 0)
    ?.rows[0];
  if (!row) return [];
  const checker = createChecker();
  checker.check(workbook);
  let edited = workbook;
  let count = 0;
  const { a, b } = await interleave(
    ROUNDS,
    () => {
      edited = applyEdit(edited, {
        label: '',
        changes: [{ do: 'cell', row: row.id, column: 'target', text: `≥${++count}` }]
      });
      return timeOf(() => checker.check(edited));
    },
    () => timeOf(() => lengthOfTexts(edited))
  );
  return [
    {
      name: `check of ${name}, after one edit`,
      unit: 'ms',
      measured: median(a),
      baseline: { name: 'reading each cell', value: median(b) },
      aim: edit === null ? null : { most: edit }
    }
  ];
}

function lengthOfTexts({ sheets }: Workbook): number {
  let length = 0;
  for (const { fields, rows } of sheets) {
    for (const text of Object.values(fields)) length += text.length;
    for (const { cells } of rows) for (const text of Object.values(cells)) length += text.length;
  }
  return length;
}
