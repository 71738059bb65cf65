import { formatAmount, type Decimal } from '#lib/model/decimal.ts';
import { subjectsOf } from '#lib/model/disclosure/subjects.ts';
import { classificationOf } from '#lib/model/disclosure/subject-sums.ts';
import { wrongSumsOf } from '#lib/model/disclosure/wrong-sums.ts';
import { remember } from '#lib/model/remember.ts';
import type { Sheet } from '#lib/model/workbook.ts';

/** What stands below the amounts of a row, by column: `合计应为 1,234.56（差 0.10）`. */
export type SumNotes = ReadonlyMap<string, string>;

/** The sums of a table. */
export interface Sums {
  /** What the sums of a row should be where they are printed otherwise, by the id of the row. */
  readonly notes: ReadonlyMap<string, SumNotes>;
  /** The rows of 科目 that are the sum of others below them, by id. */
  readonly subtotals: ReadonlySet<string>;
}

const NONE: Sums = { notes: new Map(), subtotals: new Set() };

/** The sums of a disclosure table; none of other sheets. */
export const sumsOf = remember((sheet: Sheet): Sums => {
  if (sheet.kind !== 'disclosure') return NONE;
  const notes = new Map<string, Map<string, string>>();
  for (const { row, column, printed, sum } of wrongSumsOf(sheet)) {
    const note = `合计应为 ${grouped(sum)}（差 ${grouped(sum.minus(printed).abs())}）`;
    const ofRow = notes.get(row.id) ?? new Map<string, string>();
    notes.set(row.id, ofRow.set(column, note));
  }
  const subjects = classificationOf(sheet.form) && subjectsOf(sheet.rows);
  const parents = [...(subjects?.byCode.values() ?? [])].filter(({ parts }) => parts.length > 0);
  return { notes, subtotals: new Set(parents.map(({ row }) => row.id)) };
});

/** Whether two rows have the same notes. */
export function sameNotes(a: SumNotes, b: SumNotes): boolean {
  if (a === b || (a.size === 0 && b.size === 0)) return true;
  return a.size === b.size && [...a].every(([column, note]) => b.get(column) === note);
}

/** An amount with thousands separators, as it is easiest to compare. */
function grouped(amount: Decimal): string {
  return formatAmount(amount).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}
