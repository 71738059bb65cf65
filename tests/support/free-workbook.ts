import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/**
 * A workbook of one free sheet, `f`, with the columns A, B, C …, whose rows r1, r2 … are written as
 * `a b . d`: a dot is an empty cell.
 */
export function freeWorkbook(...rows: string[]): Workbook {
  const texts = rows.map((row) => row.split(' '));
  const columns = texts[0]!.map((_, at) => {
    const letter = String.fromCharCode(65 + at);
    return { id: letter, title: letter };
  });
  const sheet = createSheet('free', {
    id: 'f',
    title: '自由表',
    columns,
    rows: texts.map((cells, at) =>
      createRow(
        Object.fromEntries(columns.map(({ id }, across) => [id, cells[across]!.replace('.', '')])),
        `r${at + 1}`
      )
    )
  });
  return createWorkbook({
    title: '自由表',
    year: 2026,
    department: '青泉县水务局',
    sheets: [sheet]
  });
}
