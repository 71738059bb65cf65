import type { Workbook } from '#lib/model/workbook.ts';

/** A workbook as `.json`: the plain value, indented, in UTF-8. Importing it brings the same value. */
export function exportJson(workbook: Workbook): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(workbook, null, 2)}\n`);
}
