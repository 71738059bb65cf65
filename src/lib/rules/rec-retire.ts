import { Decimal, formatAmount } from '#lib/model/decimal.ts';
import { remember } from '#lib/model/remember.ts';
import { disclosureSetsOf, type DisclosureSet } from './disclosure-sets.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { subjectAmount } from './table-cell.ts';

/** 行政单位离退休, 事业单位离退休. */
const RETIREMENT = ['2080501', '2080502'];

/** 退休费. */
const PENSIONS = '30302';

/** The functional 科目 of 离退休 covers at least the pensions paid as 30302. */
export const recRetire: WorkbookRule = {
  code: 'rec-retire',
  severity: 'info',
  scope: 'workbook',
  title: '离退休支出小于退休费',
  source: '2080501 行政单位离退休（+ 2080502 事业单位离退休）应不小于 30302 退休费',
  message: ({ arranged, paid }) =>
    `离退休科目（2080501、2080502）共 ${arranged}，小于 30302 退休费 ${paid}。退休费应从离退休科目开支，请看看是否列错科目。`,
  english: {
    title: 'Retirement is less than the pensions paid',
    message: ({ arranged, paid }) =>
      `The subjects 2080501 and 2080502 make ${arranged}, less than the ${paid} of pensions under 30302. They should be paid from there: see whether a subject is wrong.`
  },
  examples: { bad: '2080501 40.00，30302 46.74', good: '2080501 48.83，30302 46.74' },
  check: (workbook) => disclosureSetsOf(workbook).flatMap(({ tables }) => checkTables(tables))
};

const checkTables = remember((tables: DisclosureSet['tables']): readonly Finding[] => {
  const pensions = subjectAmount(tables.get('general-public-basic'), PENSIONS, 'total');
  const table = tables.get('general-public-expenditure');
  const arranged = RETIREMENT.flatMap((code) => subjectAmount(table, code, 'total') ?? []);
  const sum = arranged.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  if (!pensions || arranged.length === 0 || sum.gte(pensions.amount)) return [];
  return [
    {
      place: pensions.place,
      values: { arranged: formatAmount(sum), paid: formatAmount(pensions.amount) },
      related: arranged.map(({ place }) => place)
    }
  ];
});
