import { fieldTitle } from '#lib/model/fields.ts';
import { findSheet, sheetName, type Place, type Workbook } from '#lib/model/workbook.ts';

/** A place as a person finds it: `3.河道清淤专项经费绩效目标表 第 2 行 指标值`. */
export function describePlace(workbook: Workbook, { sheet, row, column, field }: Place): string {
  const found = findSheet(workbook, sheet);
  if (!found) return '工作簿';
  const at = found.rows.findIndex(({ id }) => id === row);
  const parts = [
    sheetName(found),
    at < 0 ? undefined : `第 ${at + 1} 行`,
    found.columns.find(({ id }) => id === column)?.title,
    field === undefined ? undefined : fieldTitle(found.kind, field)
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
