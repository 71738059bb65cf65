import type { Change } from '#lib/model/edit.ts';

/** The sheet that a row stands in, also while it is deleted; null where there is no such row. */
export type SheetOfRow = (row: string) => string | null;

/** The sheets that a change is about; none where it is about the workbook itself. */
export function sheetsOf(change: Change, sheetOfRow: SheetOfRow): readonly string[] {
  const sheetsOfRows = (rows: readonly string[]) => [
    ...new Set(rows.flatMap((row) => sheetOfRow(row) ?? []))
  ];
  switch (change.do) {
    case 'cell':
      return sheetsOfRows([change.row]);
    case 'delete':
    case 'restore':
      return sheetsOfRows(change.rows);
    case 'insert-sheet':
      return [change.sheet.id];
    case 'field':
    case 'insert':
    case 'move':
    case 'sheet':
    case 'columns':
    case 'delete-sheet':
    case 'restore-sheet':
    case 'move-sheet':
      return [change.sheet];
    case 'waive':
      return change.waiver.place.sheet === undefined ? [] : [change.waiver.place.sheet];
    default:
      return [];
  }
}
