import { propertyText } from './workbook-property.ts';
import type { Workbook } from './workbook.ts';

/** What is said of places that are in no sheet. */
export const WHOLE_PAPER = '整份文本';

/** The properties of a workbook that a place may name as its `field`, in the user's words. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['title', '工作簿名称'],
  ['department', '部门名称'],
  ['year', '预算年度'],
  ['cover', '封面其他行'],
  ['contents', '原文目录']
]);

/** The name of a property that a place without a sheet names; the whole paper where it names none. */
export function ownFieldTitle(field: string | undefined): string {
  return TITLES.get(field ?? '') ?? WHOLE_PAPER;
}

/** The text of a property that a place without a sheet names, as its characters are counted; else empty. */
export function ownFieldText(workbook: Workbook, field: string | undefined): string {
  switch (field) {
    case 'title':
    case 'department':
    case 'year':
    case 'cover':
      return propertyText(workbook, field);
    case 'contents':
      return workbook.contents ?? '';
    default:
      return '';
  }
}
