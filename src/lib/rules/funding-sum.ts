import { Decimal, formatAmount, readAmount } from '#lib/model/decimal.ts';
import { fieldText } from '#lib/model/workbook.ts';
import type { FieldRule } from './rule.ts';

/** The budget is the sum of its two sources; a blank amount is zero. Silent about unreadable ones. */
export const fundingSum: FieldRule = {
  code: 'funding-sum',
  severity: 'error',
  scope: 'field',
  title: '预算数与资金来源不符',
  source: '表头“其中”：预算数 = 财政资金 + 其他资金',
  message: ({ budget, fiscal, other, sum }) =>
    `预算数 ${budget} 不等于财政资金 ${fiscal} 与其他资金 ${other} 之和 ${sum}。总数与其中数对不上无法批复，请核对三个数。`,
  english: {
    title: 'Budget is not the sum of its sources',
    message: ({ budget, fiscal, other, sum }) =>
      `The budget ${budget} is not the sum ${sum} of fiscal funds ${fiscal} and other funds ${other}. A total that disagrees with its parts cannot be approved; check the three amounts.`
  },
  examples: { bad: '50.00 = 45.00 + 0.00', good: '50.00 = 45.00 + 5.00' },
  check: (header) => {
    const texts = ['budget', 'fiscalFunds', 'otherFunds'].map((field) => fieldText(header, field));
    if (texts.every((text) => text.trim() === '')) return [];
    const [budget, fiscal, other] = texts.map((text) =>
      text.trim() === '' ? new Decimal(0) : readAmount(text)
    );
    if (!budget || !fiscal || !other) return [];
    const sum = fiscal.plus(other);
    if (sum.eq(budget)) return [];
    return [
      {
        place: { field: 'budget' },
        values: {
          budget: formatAmount(budget),
          fiscal: formatAmount(fiscal),
          other: formatAmount(other),
          sum: formatAmount(sum)
        },
        related: [{ field: 'fiscalFunds' }, { field: 'otherFunds' }]
      }
    ];
  }
};
