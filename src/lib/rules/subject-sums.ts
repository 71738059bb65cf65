import { formatAmount } from '#lib/model/decimal.ts';
import { wrongSubjectSums } from '#lib/model/disclosure/subject-sums.ts';
import { cellText, type Sheet } from '#lib/model/workbook.ts';
import type { Finding } from './rule.ts';

/** What does not make its sum, in a table by 科目: each level, and 合计, in every money column. */
export function findWrongSums(sheet: Sheet): readonly Finding[] {
  return wrongSubjectSums(sheet).map(({ row, column, printed, sum, parts }) => {
    const code = cellText(row, 'code').trim();
    const name = cellText(row, 'name').replace(/\s+/g, '');
    return {
      place: { row: row.id, column },
      values: {
        subject: `${code}${name}` || '合计',
        column: sheet.columns.find(({ id }) => id === column)?.title ?? column,
        total: formatAmount(printed),
        sum: formatAmount(sum),
        count: String(parts.length)
      },
      related: parts
    };
  });
}
