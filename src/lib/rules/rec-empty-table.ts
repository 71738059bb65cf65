import { disclosureFormNamed } from '#lib/model/disclosure-forms.ts';
import { cellText, type Sheet } from '#lib/model/workbook.ts';
import type { SheetRule } from './rule.ts';

/** What says that a table is empty on purpose. */
const SAYS_SO = /空表|无[^。；\n]{0,40}(?:预算|收入|支出|安排|拨款|采购|经费|情况)/;

/** The columns that say what a row is of; the others hold what a table is there for. */
const LABELS: readonly string[] = ['code', 'name', 'item', 'incomeItem', 'expenditureItem'];

/** A table that holds no amounts says 空表列示 in its note. */
export const recEmptyTable: SheetRule = {
  code: 'rec-empty-table',
  severity: 'warning',
  scope: 'sheet',
  kinds: ['disclosure'],
  title: '空表没有说明',
  source: '《地方预决算公开操作规程》（财预〔2016〕143号）：没有数据的表格列出空表并加以说明',
  message: ({ title }) =>
    `《${title}》没有数据，表下也没有“空表列示”的说明。读者分不清是没有安排还是漏填，请在表下注明。`,
  english: {
    title: 'An empty table without a note',
    message: ({ title }) =>
      `“${title}” holds no data and no note says that it is empty on purpose. Readers cannot tell whether it was forgotten: add the note.`
  },
  examples: { bad: '空表，表下没有注', good: '注：无政府性基金预算，空表列示。' },
  check: (sheet) =>
    disclosureFormNamed(sheet.form) && isEmpty(sheet) && !SAYS_SO.test(sheet.note)
      ? [{ place: {}, values: { title: sheet.title } }]
      : []
};

function isEmpty({ columns, rows }: Sheet): boolean {
  const filled = columns.filter(({ id }) => !LABELS.includes(id));
  return rows.every((row) => filled.every(({ id }) => /^[\s0.\-−—–－/]*$/.test(cellText(row, id))));
}
