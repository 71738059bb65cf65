import { fieldText } from '#lib/model/workbook.ts';
import { replaceField } from './fix.ts';
import type { FieldRule } from './rule.ts';

/** What the fix writes: no other funds, in 万元 with two decimals. */
const NONE = '0.00';

/** Where a header gives amounts, 其他资金 is one of them; blank is read as zero. */
export const otherFundsBlank: FieldRule = {
  code: 'other-funds-blank',
  severity: 'info',
  scope: 'field',
  title: '其他资金空白',
  source: '没有其他资金应填 0.00，空白分不清是没有还是漏填',
  message: ({ budget }) =>
    `其他资金是空的（预算数 ${budget}）。空白和零在审核的人看来不一样，如果没有其他资金，请填 0.00。`,
  english: {
    title: 'Other funds left blank',
    message: ({ budget }) =>
      `The other funds are blank (budget “${budget}”). To a reviewer a blank is not the same as a zero; if there are none, write 0.00.`
  },
  examples: { bad: '其他资金空白', good: '其他资金 0.00' },
  check: (header) => {
    const [budget, fiscal, other] = ['budget', 'fiscalFunds', 'otherFunds'].map((field) =>
      fieldText(header, field).trim()
    );
    if (other !== '' || (budget === '' && fiscal === '')) return [];
    return [
      {
        place: { field: 'otherFunds' },
        values: { budget: budget || '未填' },
        fixes: [replaceField(header.id, 'otherFunds', NONE)]
      }
    ];
  }
};
