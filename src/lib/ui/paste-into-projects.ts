import { PROJECT_COLUMN } from '#lib/grid/columns.ts';
import type { PastedBlock } from '#lib/grid/table-options.ts';
import type { Edit } from '#lib/model/edit.ts';
import {
  clearDestination,
  countPlaced,
  editOfPlacing,
  placeRows,
  type PlacedRows
} from '#lib/workspace/bulk/place-rows.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { undoOfNewest } from './undo-saying.ts';

/**
 * Takes a block that was pasted at the column 项目 and names projects: its rows go to their projects, or
 * to `ask` where that is not clear. False for every other block, and for rows that were copied from where
 * they are pasted.
 */
export function pasteIntoProjects(
  { texts, lines, at, column }: PastedBlock,
  opened: OpenWorkbook,
  notices: Notices,
  ask: (placed: readonly PlacedRows[]) => void
): boolean {
  const isInPlace = texts.every(([name], down) => name === lines[at + down]?.project);
  if (column !== PROJECT_COLUMN || isInPlace) return false;
  const placed = placeRows(opened.workbook, texts, lines[at]?.sheet ?? null);
  if (!placed || placed.length === 0) return false;
  if (placed.some((rows) => clearDestination(rows) === null)) ask(placed);
  else sayPlaced(editOfPlacing(opened.workbook, placed), opened, notices);
  return true;
}

/** Puts pasted rows into their projects, says where they went and offers to take it back. */
export function sayPlaced(edit: Edit, opened: OpenWorkbook, notices: Notices): void {
  if (edit.changes.length === 0 || !opened.edit(edit)) return;
  const { rows, projects } = countPlaced(edit);
  notices.say(`已粘贴 ${rows} 行到 ${projects} 个项目`, {
    label: '撤销',
    run: undoOfNewest(opened, notices)
  });
}
