import type { FormulaRow, FormulaSheet } from './formula-sheet.ts';

/** What has changed of the sheets that were sent before. */
export interface SheetUpdates {
  /** The ids of all sheets. */
  readonly present: readonly string[];
  readonly changed: readonly SheetUpdate[];
}

interface SheetUpdate extends Omit<FormulaSheet, 'rows'> {
  /** The ids of the rows in order; null where they are the same as before. */
  readonly order: readonly string[] | null;
  /** The rows that are new or differ. */
  readonly rows: readonly FormulaRow[];
}

/** The difference between sheets that were sent and the present ones. Sheets and rows that are the same object are alike. */
export function updatesBetween(
  before: readonly FormulaSheet[],
  sheets: readonly FormulaSheet[]
): SheetUpdates {
  const former = new Map(before.map((sheet) => [sheet.id, sheet]));
  const changed = sheets.flatMap((sheet): readonly SheetUpdate[] => {
    const was = former.get(sheet.id);
    if (was === sheet) return [];
    const sameOrder =
      was?.rows.length === sheet.rows.length &&
      sheet.rows.every(({ id }, at) => id === was.rows[at]!.id);
    const known = new Set(was?.rows);
    const rows = sheet.rows.filter((row) => !known.has(row));
    return [{ ...sheet, rows, order: sameOrder ? null : sheet.rows.map(({ id }) => id) }];
  });
  return { present: sheets.map(({ id }) => id), changed };
}

/** The sheets after an update: the inverse of `updatesBetween`. */
export function withUpdates(
  before: readonly FormulaSheet[],
  { present, changed }: SheetUpdates
): readonly FormulaSheet[] {
  const former = new Map(before.map((sheet) => [sheet.id, sheet]));
  for (const { order, ...update } of changed) {
    const was = former.get(update.id);
    const rows = new Map([...(was?.rows ?? []), ...update.rows].map((row) => [row.id, row]));
    const ids = order ?? was?.rows.map(({ id }) => id) ?? [];
    former.set(update.id, { ...update, rows: ids.flatMap((id) => rows.get(id) ?? []) });
  }
  return present.flatMap((id) => former.get(id) ?? []);
}
