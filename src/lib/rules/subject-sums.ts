import { formatAmount } from '#lib/model/decimal.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import type { Finding } from './rule.ts';
import { subjectsOf } from './subjects.ts';
import { amountAt, cellsDown, sumOver } from './table-amounts.ts';

const OF_TEXT: readonly string[] = ['code', 'name'];

/** What does not make its sum, in a table by 科目: each level, and 合计, in every money column. */
export function findWrongSums({ rows, columns }: Sheet): readonly Finding[] {
  const subjects = subjectsOf(rows);
  if (!subjects) return [];
  const { total, tops, byCode } = subjects;
  const money = columns.filter(({ id }) => !OF_TEXT.includes(id));
  const compare = (whole: Row, parts: readonly { readonly row: Row }[]) =>
    parts.length === 0
      ? []
      : money.flatMap((column) =>
          compareColumn(
            whole,
            parts.map(({ row }) => row),
            column
          )
        );
  return [
    ...(total ? compare(total, tops) : []),
    ...[...byCode.values()].flatMap(({ row, parts }) => compare(row, parts))
  ];
}

function compareColumn(
  whole: Row,
  parts: readonly Row[],
  column: Sheet['columns'][number]
): readonly Finding[] {
  const total = amountAt(whole, column.id);
  const sum = sumOver(parts, column.id);
  if (!total || !sum || total.eq(sum)) return [];
  const code = cellText(whole, 'code').trim();
  const name = cellText(whole, 'name').replace(/\s+/g, '');
  return [
    {
      place: { row: whole.id, column: column.id },
      values: {
        subject: `${code}${name}` || '合计',
        column: column.title,
        total: formatAmount(total),
        sum: formatAmount(sum),
        count: String(parts.length)
      },
      related: cellsDown(parts, column.id)
    }
  ];
}
