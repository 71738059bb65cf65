import { formatAmount, halfWidth, readAmount, type Decimal } from '#lib/model/decimal.ts';
import { fieldTitle } from '#lib/model/fields.ts';
import { fieldText } from '#lib/model/workbook.ts';
import { replaceField } from './fix.ts';
import type { FieldRule } from './rule.ts';

const AMOUNTS = ['budget', 'fiscalFunds', 'otherFunds'];

/** Units in which amounts have two decimals; a sheet that names none is in 万元. */
const WITH_TWO_DECIMALS = ['', '万元'];

/**
 * Amounts are written in 万元 with two decimals. The fix writes the same amount so; it is not offered
 * where digits would be lost.
 */
export const amountFormat: FieldRule = {
  code: 'amount-format',
  severity: 'info',
  scope: 'field',
  title: '金额写法不规范',
  source: '《申报表填报说明》：金额以万元为单位，保留两位小数',
  message: ({ field, amount }) =>
    `${field}“${amount}”不是两位小数的数字。写法不一样的金额不便汇总和核对，请以万元为单位写成两位小数，如 50.00。`,
  english: {
    title: 'Amount not in the usual form',
    message: ({ field, amount }) =>
      `The amount “${amount}” of “${field}” is no number with two decimals. Amounts written in different ways are hard to add up and compare; write it in units of 10,000 yuan with two decimals, such as 50.00.`
  },
  examples: { bad: '50', good: '50.00' },
  check: (header) => {
    if (!WITH_TWO_DECIMALS.includes(fieldText(header, 'moneyUnit').trim())) return [];
    return AMOUNTS.flatMap((field) => {
      const text = fieldText(header, field).trim();
      const amount = readAmount(text);
      if (text === '' || (amount && isWellWritten(text))) return [];
      return [
        {
          place: { field },
          values: { field: fieldTitle('project', field), amount: text },
          fixes: amount && fits(amount) ? [replaceField(header.id, field, rewrite(text))] : []
        }
      ];
    });
  }
};

function isWellWritten(text: string): boolean {
  return /^[+-]?[\d,]+\.\d{2}$/.test(text);
}

function fits(amount: Decimal): boolean {
  return amount.decimalPlaces() <= 2;
}

/** With two decimals, and with separators where they were written. */
function rewrite(text: string): string {
  const [whole = ''] = halfWidth(text).split('.');
  const amount = readAmount(text)!;
  const [, decimals = ''] = formatAmount(amount).split('.');
  return `${whole.trim()}.${decimals}`;
}
