import type { Change, Edit } from '#lib/model/edit.ts';
import { newId, type IdSource } from '#lib/model/ids.ts';
import { projectName } from '#lib/model/project-name.ts';
import { rowPlaces } from '#lib/model/row-places.ts';
import { findSheet, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';

/**
 * The edit that moves rows to another project, each below those of its levels. Their ids stay, so that
 * comments and waivers go along. Rows that are gone or there already stay where they are.
 */
export function editOfMovingTo(workbook: Workbook, rows: readonly string[], to: string): Edit {
  const target = findSheet(workbook, to);
  if (!target) return { label: '移到其他项目', changes: [] };
  const there = new Set(target.rows.map(({ id }) => id));
  const moving = rowsNamed(workbook, rows).filter(({ id }) => !there.has(id));
  const changes = rowPlaces(target, moving).map(({ after, rows }): Change => ({
    do: 'move',
    rows: idsOf(rows),
    sheet: to,
    after
  }));
  return { label: `移动 ${moving.length} 行到“${projectName(target)}”`, changes };
}

/** The edit that copies rows into each of some projects, each row below those of its levels. */
export function editOfCopyingTo(
  workbook: Workbook,
  rows: readonly string[],
  to: readonly string[],
  ids: IdSource = newId
): Edit {
  return editOfAdding(workbook, rowsNamed(workbook, rows), to, ids);
}

/** The edit that puts the same new rows into each of some projects. */
export function editOfAdding(
  workbook: Workbook,
  rows: readonly Row[],
  to: readonly string[],
  ids: IdSource = newId
): Edit {
  const targets = to.flatMap((id) => findSheet(workbook, id) ?? []);
  const changes = rows.length === 0 ? [] : targets.flatMap((target) => added(target, rows, ids));
  const [only] = targets;
  const where =
    only && targets.length === 1 ? `“${projectName(only)}”` : ` ${targets.length} 个项目`;
  return { label: `复制 ${rows.length} 行到${where}`, changes };
}

function added(target: Sheet, rows: readonly Row[], ids: IdSource): Change[] {
  const copies = rows.map(({ cells }) => ({ id: ids(), cells }));
  return rowPlaces(target, copies).map(({ after, rows }) => ({
    do: 'insert',
    sheet: target.id,
    after,
    rows
  }));
}

/** The rows with these ids, in the order of the ids. */
function rowsNamed({ sheets }: Workbook, ids: readonly string[]): readonly Row[] {
  const wanted = new Set(ids);
  const found = new Map<string, Row>();
  for (const { rows } of sheets) {
    for (const row of rows) if (wanted.has(row.id)) found.set(row.id, row);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

function idsOf(rows: readonly Row[]): readonly string[] {
  return rows.map(({ id }) => id);
}
