import { importText } from '#lib/importers/import.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { check, createChecker } from '#lib/rules/check.ts';
import type { Figure } from './figure.ts';
import { papers } from './papers.ts';
import { interleave, median, timeOf } from './samples.ts';

const ROUNDS = 15;
const FULL_AIM = { most: 20 };
const EDIT_AIM = { most: 1 };

/** Checking each paper whole and after one edit, against going once through the texts of its cells. */
export async function measureCheck(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, text] of papers) {
    const imported = importText(text);
    if (!imported.ok) throw new Error(`check: ${name} was not imported: ${imported.sentence}`);
    figures.push(
      await fullCheck(name, imported.workbook),
      ...(await checkAfterEdit(name, imported.workbook))
    );
  }
  return figures;
}

async function fullCheck(name: string, workbook: Workbook): Promise<Figure> {
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
    aim: FULL_AIM
  };
}

async function checkAfterEdit(name: string, workbook: Workbook): Promise<Figure[]> {
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
      aim: EDIT_AIM
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
