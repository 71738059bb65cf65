import { readFunds } from '#lib/model/arranged-funds.ts';
import { Decimal, formatAmount, readMoney } from '#lib/model/decimal.ts';
import { cellText, fieldText, type Sheet } from '#lib/model/workbook.ts';
import { amountsIn } from './prose-amounts.ts';
import type { SheetRule } from './rule.ts';

/** In 万元: from here on a reviewer wants to see what the money is for. */
const LARGE = new Decimal(100);

/** 资金安排 of a brief tells what a large sum is made of: at least two items, or amounts in its prose. */
export const narrativeNoBreakdown: SheetRule = {
  code: 'narrative-no-breakdown',
  severity: 'warning',
  scope: 'sheet',
  kinds: ['brief'],
  title: '大额资金没有分项',
  source: '项目支出应说明测算依据和分项安排',
  message: ({ total }) =>
    `该项目安排 ${total}万元，没有列出用在哪几项。金额较大而没有明细，无法判断是否合理，请写明各项用途和金额。`,
  english: {
    title: 'A large sum without its parts',
    message: ({ total }) =>
      `The project has ${total} (10,000 yuan) and does not say what they are for. Nobody can judge such a sum: list the items with their amounts.`
  },
  examples: {
    bad: '共计安排489万元。',
    good: '共计安排489万元。其中：1、改造300万元；2、设备189万元。'
  },
  check: (sheet) => {
    const text = fieldText(sheet, 'funds');
    const total = readMoney(fieldText(sheet, 'fundsTotal') || readFunds(text).total);
    if (!total || total.lt(LARGE) || countParts(sheet, text) > 1) return [];
    return [
      {
        place: { field: fieldText(sheet, 'fundsTotal') === '' ? 'funds' : 'fundsTotal' },
        values: { total: formatAmount(total) }
      }
    ];
  }
};

/** The items, or the amounts besides the total. */
function countParts({ rows }: Sheet, text: string): number {
  const items = rows.filter((row) => cellText(row, 'item').trim() !== '').length;
  return Math.max(items, amountsIn(text).length - 1);
}
