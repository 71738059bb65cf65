import { measureOf } from '#lib/model/forms.ts';
import { isRowLabel, labelledField, planField } from '../project/header-labels.ts';
import type { Line } from '../lines.ts';

/**
 * How many of the lines of a project table are its own, where the file marks its tables: one of another
 * width below it that holds nothing of a project is another table.
 */
export function projectLength(lines: readonly Line[]): number {
  const width = lines.find(({ row }) => row)?.row?.cells.length;
  const other = lines.findIndex(
    ({ row }, at) =>
      row !== undefined &&
      row.cells.length !== width &&
      row.table !== lines[at - 1]?.row?.table &&
      !isOfProject(lines, at)
  );
  if (other < 0) return lines.length;
  // What stands between the two may be the title of the other.
  return lines.slice(0, other).findLastIndex(({ row }) => row !== undefined) + 1;
}

/** Narrower tables have no room for the levels and what is aimed at. */
const FEWEST_COLUMNS = 4;

/** Whether some row of the table that begins on a line is one of the official form. */
function isOfProject(lines: readonly Line[], start: number): boolean {
  const { table } = lines[start]!.row!;
  for (let at = start; lines[at]?.row?.table === table; at += 1) {
    const { cells } = lines[at]!.row!;
    if (cells.some((text) => labelledField(text) ?? planField(text)) || cells.some(isRowLabel)) {
      return true;
    }
    const isWide = cells.length >= FEWEST_COLUMNS;
    if (isWide && measureOf(cells[0] ?? '', cells[1] ?? '') !== null) return true;
  }
  return false;
}
