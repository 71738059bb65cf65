import { applyChange } from '#lib/model/apply.ts';
import type { Change, Edit } from '#lib/model/edit.ts';
import { showWorkbook } from '#lib/model/formula/in-workbook.ts';
import { changesTowards } from '#lib/model/restoring.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { placesOf } from './formula-places.ts';
import { withRestored, type Memory } from './memory.ts';

/**
 * The one edit that makes the workbook what it was in a version. What is deleted and was there comes back
 * as it is; what has come since is deleted, and so can be brought back too.
 */
export function versionEdit(memory: Memory, version: Workbook, name: string): Edit {
  const deleted = (ids: readonly string[]) => ids.filter((id) => memory.isDeleted(id));
  const sheets = deleted(version.sheets.map(({ id }) => id));
  const rows = deleted(version.sheets.flatMap((sheet) => sheet.rows.map(({ id }) => id)));
  const present = withRestored(memory, rows, sheets);
  const strays = straysOf(memory, present, version);
  const moves = strays.map(({ sheet, rows }): Change => ({
    do: 'move',
    sheet,
    after: null,
    rows: rows.map(({ id }) => id)
  }));
  const arrivals = strays.map(({ sheet, rows }): Change => ({
    do: 'insert',
    sheet,
    after: null,
    rows
  }));
  const bound = arrivals.reduce(applyChange, present);
  const gathered = showWorkbook(bound, placesOf(memory, bound));
  return {
    label: `恢复到版本“${name}”`,
    changes: [...broughtBack(rows, sheets), ...moves, ...changesTowards(gathered, version)]
  };
}

/** Rows of a version that were moved to a sheet which is deleted, by the sheets that they belong to. */
function straysOf(memory: Memory, { sheets }: Workbook, version: Workbook) {
  const visible = new Set(sheets.flatMap(({ rows }) => rows.map(({ id }) => id)));
  const present = new Set(sheets.map(({ id }) => id));
  return version.sheets
    .filter(({ id }) => present.has(id))
    .map((sheet) => ({
      sheet: sheet.id,
      rows: sheet.rows.flatMap(({ id }) => (visible.has(id) ? [] : (memory.rowAt(id) ?? [])))
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** The one edit that brings deleted rows and sheets back to where they stood. */
export function recoveryEdit(
  memory: Memory,
  rows: readonly string[],
  sheets: readonly string[]
): Edit {
  // A row would come back unseen into a sheet that is deleted.
  const holders = rows.flatMap((row) => memory.sheetOfRow(row) ?? []);
  const back = [...new Set([...sheets, ...holders])].filter((id) => memory.isDeleted(id));
  const words = [
    ...(back.length > 0 ? [`${back.length} 张表`] : []),
    ...(rows.length > 0 ? [`${rows.length} 行`] : [])
  ];
  return { label: `恢复 ${words.join('和 ')}`, changes: broughtBack(rows, back) };
}

function broughtBack(rows: readonly string[], sheets: readonly string[]): Edit['changes'] {
  return [
    ...sheets.map((sheet) => ({ do: 'restore-sheet', sheet }) as const),
    ...(rows.length > 0 ? [{ do: 'restore', rows } as const] : [])
  ];
}
