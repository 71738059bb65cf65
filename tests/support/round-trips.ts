import { unzipSync, zipSync } from 'fflate';
import { importText } from '#lib/importers/import.ts';
import { countingIds } from '#lib/model/ids.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';
import { sampleExpectation, seedText } from './papers.ts';

/** The workbook of a sample folder. */
export function expectedWorkbook(name: string): Workbook {
  const read = readWorkbook({ ...sampleExpectation(name).workbook, id: 'A'.repeat(22) });
  if ('fault' in read) throw new Error(read.fault);
  return read.workbook;
}

/** A real paper as a workbook. */
export function seedWorkbook(number: string): Workbook {
  const result = importText(seedText(number), { ids: countingIds() });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

/**
 * A workbook without the 目录 that its paper printed. A file handed out prints the one that the program
 * makes and carries no other: with the part that it carries it is read back as that one, without it as
 * any printed one.
 */
export function withoutPrintedContents(workbook: Workbook): Workbook {
  return { ...workbook, contents: null };
}

/** An Office file as a program leaves it that keeps no custom parts. */
export function withoutIds(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.startsWith('customXml/'));
  return zipSync(Object.fromEntries(parts));
}

/** A workbook with counted ids in the place of its own. */
export function renumbered(workbook: Workbook): Workbook {
  const ids = countingIds();
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    id: ids(),
    rows: sheet.rows.map((row) => ({ ...row, id: ids() }))
  }));
  return { ...workbook, id: 'A'.repeat(22), sheets };
}

/** A workbook as it reads on paper, where a sheet without a place in the outline stands in that above it. */
export function asPrinted(workbook: Workbook): Workbook {
  let above: readonly string[] = [];
  const sheets = workbook.sheets.map((sheet) => {
    above = sheet.path.length > 0 ? sheet.path : above;
    return { ...sheet, path: above };
  });
  return { ...workbook, sheets };
}

/** The texts of a sheet's cells, row by row. */
export function textsOf({ columns, rows }: Sheet): string[][] {
  return rows.map(({ cells }) => columns.map(({ id }) => cells[id] ?? ''));
}
