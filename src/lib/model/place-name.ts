import { columnName } from './column-name.ts';
import { fieldTitle } from './fields.ts';
import { sheetName, type Place, type Sheet, type SheetKind } from './workbook.ts';

/** What the titles of a kind have in common, and what a narrow place does without. */
const COMMON: Readonly<Partial<Record<SheetKind, RegExp>>> = {
  project: /绩效目标表$/g,
  brief: /^关于|项目?绩效目标(?:和)?指标(?:情况)?的?说明$/g,
  disclosure:
    /^(?:单位|部门)(?:预算)?|(?<=(?:公共|基金|经营)预算)财政拨款|财政拨款(?=[“"]?三公)|(?<=支出)表$/g
};

/** The name of a sheet for a narrow place, with its number, without 绩效目标表: `3.河道清淤专项经费`. */
export function shortSheetName(sheet: Sheet): string {
  const common = COMMON[sheet.kind];
  const title = common === undefined ? sheet.title : sheet.title.replace(common, '');
  return title === '' ? sheetName(sheet) : sheetName({ ...sheet, title });
}

/** Where within its sheet a place is, in the user's words: `第 3 行 指标值`, `预算数`, `整张表`. */
export function placeName(sheet: Sheet, { row, column, field }: Place): string {
  if (field !== undefined) return fieldTitle(sheet.kind, field);
  if (row === undefined) return '整张表';
  const at = sheet.rows.findIndex(({ id }) => id === row) + 1;
  const across = sheet.columns.findIndex(({ id }) => id === column);
  if (at === 0) return '已删除的行';
  return across < 0 ? `第 ${at} 行` : `第 ${at} 行 ${columnName(sheet.columns, across)}`;
}
