import { remember } from '#lib/model/remember.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';

const among = remember((sheets: Workbook['sheets']): readonly Sheet[] =>
  sheets.filter(({ kind }) => kind === 'project')
);

/** The project sheets of a workbook, in its order. */
export function projectsOf({ sheets }: Workbook): readonly Sheet[] {
  return among(sheets);
}
