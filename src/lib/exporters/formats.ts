import { NO_RESULTS, withResults, type Results } from '#lib/model/formula/results.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/** A kind of file that a workbook can be handed out as. */
export interface ExportFormat {
  readonly id: 'docx' | 'xlsx' | 'html' | 'csv' | 'json';
  /** In the user's words. */
  readonly label: string;
  /** With its dot. */
  readonly extension: string;
  readonly mime: string;
  /**
   * The bytes of the file. The writer is loaded when it is first asked for.
   * @param results what the formulas of the workbook come to; one without a result is written as it was typed
   */
  write(workbook: Workbook, results?: Results): Promise<Uint8Array<ArrayBuffer>>;
}

/** Every kind of file that a workbook can be handed out as, in the order of a menu. */
export const FORMATS: readonly ExportFormat[] = [
  {
    id: 'docx',
    label: 'Word 文档',
    extension: '.docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (workbook, results = NO_RESULTS) =>
      (await import('./docx/docx.ts')).exportDocx(withResults(workbook, results))
  },
  {
    id: 'xlsx',
    label: 'Excel 表格',
    extension: '.xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (workbook, results) =>
      (await import('./xlsx/xlsx.ts')).exportXlsx(workbook, results)
  },
  {
    id: 'html',
    label: '网页（可打印）',
    extension: '.html',
    mime: 'text/html',
    write: async (workbook, results = NO_RESULTS) =>
      (await import('./html.ts')).exportHtml(withResults(workbook, results))
  },
  {
    id: 'csv',
    label: '指标总表（CSV）',
    extension: '.csv',
    mime: 'text/csv',
    write: async (workbook, results = NO_RESULTS) =>
      (await import('./csv.ts')).exportCsv(withResults(workbook, results))
  },
  {
    id: 'json',
    label: '绩表文件',
    extension: '.json',
    mime: 'application/json',
    write: async (workbook) => (await import('./json.ts')).exportJson(workbook)
  }
];

/** The kind of file that a name's ending, in capitals or not, asks for; undefined where there is none. */
export function formatOf(fileName: string): ExportFormat | undefined {
  const lower = fileName.toLowerCase();
  return FORMATS.find(({ extension }) => lower.endsWith(extension));
}
