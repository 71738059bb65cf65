import { printsColumnTitles } from '#lib/model/column-headings.ts';
import { markFormula } from '#lib/model/formula-mark.ts';
import { cellText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import { indicatorOverview } from './overview.ts';

/** Excel takes a csv file for the code page of its system unless a byte order mark leads it. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One table of a workbook as `.csv`: the sheet with this id, or 指标总表 where none is given. UTF-8 with
 * a byte order mark, lines ended by CRLF (RFC 4180).
 * @throws RangeError where the workbook has no such sheet
 */
export function exportCsv(workbook: Workbook, sheet?: string): Uint8Array<ArrayBuffer> {
  const lines = sheet === undefined ? overviewLines(workbook) : sheetLines(workbook, sheet);
  const text = lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}`);
}

function overviewLines(workbook: Workbook): (readonly string[])[] {
  const { columns, rows } = indicatorOverview(workbook);
  return [columns.map(({ title }) => title), ...rows];
}

function sheetLines(workbook: Workbook, id: string): string[][] {
  const sheet = findSheet(workbook, id);
  if (!sheet) throw new RangeError(`the workbook has no sheet ${id}`);
  const { columns, rows } = sheet;
  return [
    ...(printsColumnTitles(sheet) ? [columns.map(({ title }) => title)] : []),
    ...rows.map((row) => columns.map((column) => cellText(row, column.id)))
  ];
}

function csvCell(text: string): string {
  const harmless = markFormula(text);
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
