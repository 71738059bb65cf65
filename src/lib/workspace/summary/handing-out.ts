import { exportInWorker } from '#lib/exporters/in-worker.ts';
import type { CountedWorkbook } from '#lib/model/summary/counted-workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What 汇总 shows as an Excel file. Rejects where it is cancelled or fails. */
export async function summaryFile(
  workbooks: readonly CountedWorkbook[],
  signal: AbortSignal
): Promise<File> {
  const bytes = await exportInWorker({ of: 'summary', workbooks }, signal);
  return new File([bytes], '汇总.xlsx', { type: XLSX });
}
