import { projectForm } from '#lib/exporters/form/project-form.ts';
import type {
  PrintedCell,
  PrintedSource,
  PrintedTable
} from '#lib/exporters/form/printed-table.ts';
import type { Sheet } from '#lib/model/workbook.ts';

export type { PrintedCell, PrintedSource, PrintedTable };

/** The 绩效目标表 of a project as it is printed, each cell with what of the sheet it shows. */
export function officialForm(sheet: Sheet): PrintedTable {
  return projectForm(sheet);
}
