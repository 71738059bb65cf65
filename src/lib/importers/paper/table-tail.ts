import { measureOf } from '#lib/model/forms.ts';
import { isRowLabel, labelledField, planField } from './header-labels.ts';
import type { Line } from './lines.ts';

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
  return other < 0 ? lines.length : other;
}

/** Whether some row of the table that begins on a line is one of the official form. */
function isOfProject(lines: readonly Line[], start: number): boolean {
  const { table } = lines[start]!.row!;
  for (let at = start; lines[at]?.row?.table === table; at += 1) {
    const { cells } = lines[at]!.row!;
    if (cells.some((text) => labelledField(text) ?? planField(text)) || cells.some(isRowLabel)) {
      return true;
    }
    if (measureOf(cells[0] ?? '', cells[1] ?? '') !== null) return true;
  }
  return false;
}
