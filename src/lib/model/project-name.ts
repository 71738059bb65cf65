import { fieldText, sheetName, type Sheet } from './workbook.ts';

/** How the title of a project sheet ends. */
export const TABLE_OF_TARGETS = '绩效目标表';

/** The project that a project sheet is about, by its header block, or else by its title. */
export function projectName(sheet: Sheet): string {
  const named = fieldText(sheet, 'projectName');
  if (named !== '') return named;
  return sheet.title.endsWith(TABLE_OF_TARGETS)
    ? sheet.title.slice(0, -TABLE_OF_TARGETS.length)
    : sheet.title;
}

/** The same with the number of its sheet in front: `3.河道清淤专项经费`. */
export function projectLabel(sheet: Sheet): string {
  return sheetName({ number: sheet.number, title: projectName(sheet) });
}
