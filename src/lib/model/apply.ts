import type { Change, Edit } from './edit.ts';
import {
  bindWorkbook,
  showWorkbook,
  withIdentityOf,
  withoutColumnsOf,
  withoutRowsOf
} from './formula/in-workbook.ts';
import { withWaiver } from './waiver.ts';
import { workbookProperty } from './workbook-property.ts';
import type { Row, Sheet, Workbook } from './workbook.ts';

/**
 * The workbook after an edit. Rows and sheets that the edit does not touch keep their identity.
 * Changes to rows or sheets that are not there do nothing, as in the shared document, where a
 * colleague may have deleted them. `restore` and `settle` need the document's memory and do nothing here.
 * Formulas follow what they refer to; those that the edit brings are read as they stand after it.
 */
export function applyEdit(workbook: Workbook, edit: Edit): Workbook {
  const before = bindWorkbook(workbook);
  const applied = edit.changes.reduce(applyChange, before);
  const after = bindWorkbook(applied);
  if (before === workbook && after === applied) return applied;
  return withIdentityOf(workbook, showWorkbook(after));
}

/** The same where formulas are bound, or do not matter: their texts stay as they are. */
export function applyChange(workbook: Workbook, change: Change): Workbook {
  switch (change.do) {
    case 'cell':
      return mapRow(workbook, change.row, (row) => ({
        ...row,
        cells: { ...row.cells, [change.column]: change.text }
      }));
    case 'field':
      return mapSheet(workbook, change.sheet, (sheet) => ({
        ...sheet,
        fields: { ...sheet.fields, [change.field]: change.text }
      }));
    case 'insert':
      return mapSheet(workbook, change.sheet, (sheet) => ({
        ...sheet,
        rows: insertAfter(sheet.rows, change.after, change.rows)
      }));
    case 'delete':
      return withoutRows(withoutRowsOf(workbook, change.rows), new Set(change.rows));
    case 'move':
      return moveRows(workbook, change);
    case 'sheet':
      return mapSheet(workbook, change.sheet, (sheet) => ({
        ...sheet,
        [change.property]: change.text
      }));
    case 'columns':
      return mapSheet(
        withoutColumnsOf(workbook, change.sheet, change.columns),
        change.sheet,
        (sheet) => ({ ...sheet, columns: change.columns })
      );
    case 'insert-sheet':
      return { ...workbook, sheets: insertAfter(workbook.sheets, change.after, [change.sheet]) };
    case 'delete-sheet':
      return { ...workbook, sheets: workbook.sheets.filter(({ id }) => id !== change.sheet) };
    case 'move-sheet': {
      const moved = workbook.sheets.find(({ id }) => id === change.sheet);
      if (!moved || change.after === change.sheet) return workbook;
      const rest = workbook.sheets.filter((sheet) => sheet !== moved);
      return { ...workbook, sheets: insertAfter(rest, change.after, [moved]) };
    }
    case 'workbook':
      return { ...workbook, ...workbookProperty(change.property, change.text) };
    case 'settings':
      return { ...workbook, settings: change.settings };
    case 'waive':
      return { ...workbook, waivers: withWaiver(workbook.waivers, change.waiver) };
    case 'withdraw':
      return { ...workbook, waivers: workbook.waivers.filter(({ id }) => id !== change.waiver) };
    case 'restore':
    case 'restore-sheet':
    case 'settle':
      return workbook;
  }
}

/** The list with items put after the one whose id is given; first where it is null, last where it is gone. */
function insertAfter<Item extends { readonly id: string }>(
  list: readonly Item[],
  after: string | null,
  items: readonly Item[]
): readonly Item[] {
  const found = after === null ? -1 : list.findIndex(({ id }) => id === after);
  const at = after !== null && found < 0 ? list.length : found + 1;
  return [...list.slice(0, at), ...items, ...list.slice(at)];
}

function moveRows(
  workbook: Workbook,
  { rows, sheet, after }: Extract<Change, { do: 'move' }>
): Workbook {
  const moving = new Set(rows);
  const byId = new Map<string, Row>();
  for (const { rows } of workbook.sheets) {
    for (const row of rows) if (moving.has(row.id)) byId.set(row.id, row);
  }
  if (!workbook.sheets.some(({ id }) => id === sheet) || (after !== null && moving.has(after))) {
    return workbook;
  }
  const moved = rows.flatMap((id) => byId.get(id) ?? []);
  return mapSheet(withoutRows(workbook, moving), sheet, (target) => ({
    ...target,
    rows: insertAfter(target.rows, after, moved)
  }));
}

function withoutRows(workbook: Workbook, gone: ReadonlySet<string>): Workbook {
  const sheets = workbook.sheets.map((sheet) =>
    sheet.rows.some(({ id }) => gone.has(id))
      ? { ...sheet, rows: sheet.rows.filter(({ id }) => !gone.has(id)) }
      : sheet
  );
  return { ...workbook, sheets };
}

function mapSheet(workbook: Workbook, id: string, change: (sheet: Sheet) => Sheet): Workbook {
  if (!workbook.sheets.some((sheet) => sheet.id === id)) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.id === id ? change(sheet) : sheet))
  };
}

function mapRow(workbook: Workbook, id: string, change: (row: Row) => Row): Workbook {
  const sheet = workbook.sheets.find(({ rows }) => rows.some((row) => row.id === id));
  if (!sheet) return workbook;
  return mapSheet(workbook, sheet.id, (found) => ({
    ...found,
    rows: found.rows.map((row) => (row.id === id ? change(row) : row))
  }));
}
