import { Decimal } from '#lib/model/decimal.ts';
import { cellText, fieldText, type Sheet } from '#lib/model/workbook.ts';
import { amountsIn } from './prose-amounts.ts';
import { replaceFound } from './replace-found.ts';
import type { SheetRule } from './rule.ts';
import { proseOf, searchProse, textOf, type Found } from './sheet-texts.ts';

/** In 万元: smaller sums are prices and allowances, which are named in 元 everywhere. */
const LARGE = new Decimal('0.5');

/** What is paid for one is named in 元. */
const PER_ONE = /^\s*[/／每]|^\s*(?:一|每)(?:人|次|天|月|年)/;
const OF_ONE = /每|人均|标准|单价|不低于|\/[^，。；]{0,4}$/;

interface InYuan extends Found {
  readonly amount: Decimal;
}

const findInYuan = searchProse((text): readonly InYuan[] =>
  amountsIn(text)
    .filter(({ unit, amount, range: [from, to] }) => {
      const isOne =
        PER_ONE.test(text.slice(to, to + 4)) ||
        OF_ONE.test(text.slice(Math.max(0, from - 10), from));
      return unit === '元' && amount.gte(LARGE) && !isOne;
    })
    .map(({ range, amount }) => ({ range, amount }))
);

/** Sums in 元 on a sheet that names others in 万元. The fix converts them. */
export const moneyUnitMixed: SheetRule = {
  code: 'money-unit-mixed',
  severity: 'info',
  scope: 'sheet',
  kinds: ['brief', 'text', 'project'],
  title: '金额单位不统一',
  source: '同一份文本金额单位应统一为万元',
  message: ({ amount, converted }) =>
    `“${amount}”与同一处的其他金额单位不同。单位混用容易看错位数，请统一写作${converted}。`,
  english: {
    title: 'Amounts in two units',
    message: ({ amount, converted }) =>
      `“${amount}” is in another unit than the other amounts here, which is easily misread. Write “${converted}”.`
  },
  examples: { bad: '共计1万元，安排10000元', good: '共计1万元，安排1万元' },
  check: (sheet) =>
    speaksOfWan(sheet)
      ? findInYuan(sheet).map((found) => {
          const converted = `${found.match.amount.toString()}万元`;
          return {
            place: found.place,
            values: { amount: textOf(found), converted },
            fixes: [replaceFound(sheet, found, converted)]
          };
        })
      : []
};

/** A bare amount in the fields and rows of a brief is in 万元. */
function speaksOfWan(sheet: Sheet): boolean {
  return (
    proseOf(sheet).some(({ text }) => /万元/.test(text)) ||
    /^[\d.,\s]+$/.test(fieldText(sheet, 'fundsTotal')) ||
    sheet.rows.some((row) => /^[\d.,\s]+$/.test(cellText(row, 'amount')))
  );
}
