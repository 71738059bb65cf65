import type { Change } from './edit.ts';
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

/** The title of the sheet of a project that is called so. */
export function projectTitle(name: string): string {
  return name.endsWith(TABLE_OF_TARGETS) ? name : `${name}${TABLE_OF_TARGETS}`;
}

/** The changes that give a project another name: a title that was made of the old name is made of the new one. */
export function renamedProject(sheet: Sheet, name: string): readonly Change[] {
  const field: Change = { do: 'field', sheet: sheet.id, field: 'projectName', text: name };
  const isTitled = name !== '' && sheet.title === projectTitle(projectName(sheet));
  if (!isTitled) return [field];
  return [field, { do: 'sheet', sheet: sheet.id, property: 'title', text: projectTitle(name) }];
}

/** The project that a sheet is about with the number of its sheet in front: `3.河道清淤专项经费`. */
export function projectLabel(sheet: Sheet): string {
  return sheetName({ number: sheet.number, title: projectName(sheet) });
}
