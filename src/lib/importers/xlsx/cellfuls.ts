import type { WorksheetRow } from './worksheet.ts';

/** What our own spreadsheets put into a cell at most, or one less; the text then goes on below. */
const CELLFUL = 32_000;

/**
 * Joins texts that were too long for one cell. Rows that only went on with them are taken out, those
 * without any cell among them, and count to the row above.
 */
export function joinCellfuls(rows: readonly WorksheetRow[]): readonly WorksheetRow[] {
  if (!rows.some(({ cells }) => cells.some(goesOn))) return rows;
  const joined: WorksheetRow[] = [];
  let above: WorksheetRow | undefined;
  for (const row of rows) {
    const last = joined.at(-1);
    if (last && above?.number === row.number - 1 && continues(above, row)) {
      const cells = joinRows(above, last, row);
      joined[joined.length - 1] = { ...last, cells, lastNumber: endOf(row) };
    } else {
      joined.push({ ...row, lastNumber: endOf(row) });
    }
    above = row;
  }
  return joined;
}

/** A text that fills its cell goes on in the row below, be it with nothing. */
function endOf({ number, cells }: WorksheetRow): number {
  return cells.some(goesOn) ? number + 1 : number;
}

function goesOn({ text }: { readonly text: string }): boolean {
  return text.length === CELLFUL || text.length === CELLFUL - 1;
}

/** Whether a row holds nothing but what the row above could not hold. */
function continues(above: WorksheetRow, row: WorksheetRow): boolean {
  const open = new Set(above.cells.filter(goesOn).map(({ column }) => column));
  return open.size > 0 && row.cells.every(({ column, text }) => text === '' || open.has(column));
}

function joinRows(
  above: WorksheetRow,
  whole: WorksheetRow,
  below: WorksheetRow
): WorksheetRow['cells'] {
  const open = new Set(above.cells.filter(goesOn).map(({ column }) => column));
  const texts = new Map(below.cells.map(({ column, text }) => [column, text]));
  return whole.cells.map((cell) =>
    open.has(cell.column) ? { ...cell, text: cell.text + (texts.get(cell.column) ?? '') } : cell
  );
}
