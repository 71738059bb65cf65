import { measureOf } from '#lib/model/forms.ts';
import type { Ledger } from '../ledger.ts';
import { joinCells, type PrintedRow } from '../layouts/printed-row.ts';

/**
 * The rows of a table of `width` columns, put right where their breaks were damaged: a lost blank
 * line makes two rows one, the end of a page or a line break inside a cell makes one row two. The
 * count of the columns shows each of them; where it does not, a row stays as it is.
 * @param sheet the id of the sheet the notes speak of
 */
export function wholeRows(
  width: number,
  rows: readonly PrintedRow[],
  sheet: string,
  ledger: Ledger
): PrintedRow[] {
  const whole: PrintedRow[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    const pieces = piecesOf(row, width);
    const joined = above && joinRows(above, row, width);
    if (pieces.length > 1) {
      whole.push(...pieces);
      ledger.note('repaired', row[0]!.line, '原文中连在一起的几行指标已分开。', { sheet });
    } else if (joined) {
      whole[whole.length - 1] = joined;
      ledger.note('repaired', row[0]!.line, '原文中断成两截的一行指标已接上。', { sheet });
    } else {
      whole.push(row);
    }
  }
  return whole;
}

/** The rows that stand in one because the blank line between them was lost; each has a level. */
function piecesOf(row: PrintedRow, width: number): PrintedRow[] {
  if (row.length <= width || row.length % width !== 0) return [row];
  const pieces = Array.from({ length: row.length / width }, (_, index) =>
    row.slice(index * width, (index + 1) * width)
  );
  const onOneLine = row[0]!.line === row.at(-1)!.line;
  return onOneLine || !pieces.every(hasLevel) ? [row] : pieces;
}

/** The row that two stand for: broken between two cells, or inside one; null where they are two. */
function joinRows(above: PrintedRow, below: PrintedRow, width: number): PrintedRow | null {
  if (below.length < 2 || hasLevel(below)) return null;
  const cells = above.length + below.length;
  if (cells === width) return [...above, ...below];
  const last = above.at(-1)!;
  const [first, ...rest] = below;
  const brokenInside =
    cells === width + 1 && hasLevel(above) && last.text !== '' && first!.text !== '';
  const onNextLine = first!.line === last.line + 1 && above[0]!.line === last.line;
  return brokenInside && onNextLine
    ? [...above.slice(0, -1), joinCells(last, first!), ...rest]
    : null;
}

function hasLevel(row: PrintedRow): boolean {
  return measureOf(row[0]?.text ?? '', row[1]?.text ?? '') !== null;
}
