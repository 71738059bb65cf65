import { remember } from '#lib/model/remember.ts';
import type { Sheet, SheetKind, Workbook } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';

const byKind = remember((sheets: Workbook['sheets']) => groupBy(sheets, ({ kind }) => kind));

/** The sheets of one kind, in the order of the workbook. */
export function sheetsOf({ sheets }: Workbook, kind: SheetKind): readonly Sheet[] {
  return byKind(sheets).get(kind) ?? [];
}
