import { FORMS } from './forms.ts';
import {
  contentsOf,
  formNameOf,
  propertyText,
  type WorkbookProperty
} from './workbook-property.ts';
import type { Workbook } from './workbook.ts';

/** The properties that a cover prints, in its order. */
export const COVER_FIELDS = ['title', 'department', 'cover'] as const;

/** What is said of places that are in no sheet. */
export const WHOLE_PAPER = '整份文本';

/** What is said of a 目录 that the program makes. */
export const OWN_CONTENTS = '导出时按表名自动生成';

/** The properties of a workbook that a place may name as its `field`, in the user's words. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['title', '工作簿名称'],
  ['department', '部门名称'],
  ['year', '预算年度'],
  ['region', '行政区划'],
  ['form', '表式'],
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

/** The text of a property as a person reads it: the name of a form, the lines of a 目录. */
export function readableProperty(property: WorkbookProperty, text: string): string {
  switch (property) {
    case 'form':
      return FORMS[formNameOf(text)].short;
    case 'contents':
      return contentsOf(text) ?? OWN_CONTENTS;
    default:
      return text;
  }
}
