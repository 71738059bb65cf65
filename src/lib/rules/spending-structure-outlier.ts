import { formatAmount } from '#lib/model/decimal.ts';
import { subjectsOf } from '#lib/model/disclosure/subjects.ts';
import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import { cellText } from '#lib/model/workbook.ts';
import type { SheetRule } from './rule.ts';

/** More than this percentage of 公用经费 for one 款 is asked about. */
const MOST = 50;

/** A few 款 always leave one large: only from this many on is the share worth a look. */
const ENOUGH = 4;

/** No 款 of 商品和服务支出 takes more than half of 公用经费. */
export const spendingStructureOutlier: SheetRule = {
  code: 'spending-structure-outlier',
  severity: 'info',
  scope: 'sheet',
  kinds: ['disclosure'],
  title: '公用经费集中在一个科目',
  source: '公用经费按定额编制，单一科目过半需要说明',
  message: ({ subject, amount, percent, total }) =>
    `${subject} ${amount}，占公用经费 ${total} 的 ${percent}%。一项过半不合常例，审核会问原因，请核对或准备说明。`,
  english: {
    title: 'One subject takes most of the public expenses',
    message: ({ subject, amount, percent, total }) =>
      `“${subject}” takes ${amount}, ${percent}% of the ${total} of public expenses. A reviewer will ask why: check it, or be ready to explain.`
  },
  examples: { bad: '劳务费 138.00，公用经费 201.58', good: '劳务费 38.00，公用经费 201.58' },
  check: ({ form, rows }) => {
    const subjects = form === 'general-public-basic' ? subjectsOf(rows) : null;
    const services = subjects?.byCode.get('302');
    const total = subjects?.total && amountAt(subjects.total, 'public');
    if (!services || !total?.gt(0) || services.parts.length < ENOUGH) return [];
    return services.parts.flatMap(({ code, row }) => {
      const amount = amountAt(row, 'public');
      if (!amount || amount.times(100).lte(total.times(MOST))) return [];
      return [
        {
          place: { row: row.id, column: 'public' },
          values: {
            subject: `${code}${cellText(row, 'name').replace(/\s+/g, '')}`,
            amount: formatAmount(amount),
            percent: amount.times(100).div(total).toFixed(0),
            total: formatAmount(total)
          },
          related: [{ row: subjects!.total!.id, column: 'public' }]
        }
      ];
    });
  }
};
