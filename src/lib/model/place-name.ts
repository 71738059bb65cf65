import { fieldTitle } from './fields.ts';
import { sheetName, type Place, type Sheet } from './workbook.ts';

/** The name of a sheet for a narrow place, with its number, without 绩效目标表: `3.河道清淤专项经费`. */
export function shortSheetName(sheet: Sheet): string {
  return sheetName(sheet).replace(/绩效目标表$/, '');
}

/** Where within its sheet a place is, in the user's words: `第 3 行 指标值`, `预算数`, `整张表`. */
export function placeName(sheet: Sheet, { row, column, field }: Place): string {
  if (field !== undefined) return fieldTitle(sheet.kind, field);
  if (row === undefined) return '整张表';
  const at = sheet.rows.findIndex(({ id }) => id === row) + 1;
  const title = sheet.columns.find(({ id }) => id === column)?.title;
  if (at === 0) return '已删除的行';
  return title === undefined ? `第 ${at} 行` : `第 ${at} 行 ${title}`;
}
