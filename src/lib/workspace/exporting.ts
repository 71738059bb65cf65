import { exportFileName } from '#lib/exporters/file-name.ts';
import { FORMATS, type ExportFormat } from '#lib/exporters/formats.ts';
import type { Workbook } from '#lib/model/workbook.ts';

export { FORMATS, type ExportFormat };

/** A workbook as a file to hand out, named after its title. */
export async function exportedFile(workbook: Workbook, format: ExportFormat): Promise<File> {
  const bytes = await format.write(workbook);
  return new File([bytes], exportFileName(workbook.title, format.extension), { type: format.mime });
}
