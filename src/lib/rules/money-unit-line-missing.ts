import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import type { SheetRule } from './rule.ts';

/** Columns of disclosure tables that hold no money. */
const NOT_MONEY =
  /^(?:code|name|.*[iI]tem|quantity|nature|rank|funding|goods|catalogueCode|measureUnit)$/;

const AMOUNTS = ['budget', 'fiscalFunds', 'otherFunds'];

/** A table that holds money says above it what the money is in. Silent where it holds none. */
export const moneyUnitLineMissing: SheetRule = {
  code: 'money-unit-line-missing',
  severity: 'warning',
  scope: 'sheet',
  kinds: ['project', 'disclosure'],
  title: '表上没有金额单位',
  source: '表头应标明“单位：万元”',
  message: () => '表里有金额，表头没有写金额单位。读者不知是元还是万元，请在表头填写，一般是万元。',
  english: {
    title: 'A table without its unit of money',
    message: () =>
      'The table holds amounts and does not say what they are in. Readers cannot tell yuan from 10,000 yuan: fill in the unit above the table.'
  },
  examples: { bad: '金额单位空着', good: '单位：万元' },
  check: (sheet) =>
    fieldText(sheet, 'moneyUnit').trim() === '' && holdsMoney(sheet)
      ? [{ place: { field: 'moneyUnit' }, values: {} }]
      : []
};

function holdsMoney(sheet: Sheet): boolean {
  if (sheet.kind === 'project') {
    return AMOUNTS.some((field) => fieldText(sheet, field).trim() !== '');
  }
  const money = sheet.columns.filter(({ id }) => !NOT_MONEY.test(id));
  return sheet.rows.some((row) => money.some(({ id }) => !(amountAt(row, id)?.isZero() ?? true)));
}
