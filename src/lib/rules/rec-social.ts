import { Decimal, formatAmount } from '#lib/model/decimal.ts';
import { remember } from '#lib/model/remember.ts';
import { disclosureSetsOf, type DisclosureSet } from './disclosure-sets.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { subjectAmount, type TableAmount } from './table-cell.ts';

/** The same money in two classifications: functional 科目, which may be several, and economic ones. */
const PAIRS: readonly {
  readonly name: string;
  readonly functional: readonly string[];
  readonly economic: string;
}[] = [
  { name: '基本养老保险', functional: ['2080505'], economic: '30108' },
  { name: '职业年金', functional: ['2080506'], economic: '30109' },
  { name: '基本医疗保险', functional: ['2101101', '2101102'], economic: '30110' },
  { name: '公务员医疗补助', functional: ['2101103'], economic: '30111' },
  { name: '住房公积金', functional: ['2210201'], economic: '30113' }
];

/**
 * Social insurance and 住房公积金 are the same money by function and by economic 科目. Compared are the
 * basic expenditure of 一般公共预算, and only where both tables list the 科目.
 */
export const recSocial: WorkbookRule = {
  code: 'rec-social',
  severity: 'warning',
  scope: 'workbook',
  title: '社保公积金两表不一致',
  source:
    '同一笔缴费按功能、按经济分类各列一次：2080505 = 30108，2080506 = 30109，2210201 = 30113 等',
  message: ({ name, economic, amount, functional, other }) =>
    `${name}：基本支出表 ${economic} 是 ${amount}，支出表 ${functional} 是 ${other}。同一笔缴费在两张表里应当一样，请核对科目和金额。`,
  english: {
    title: 'Social insurance differs between two tables',
    message: ({ name, economic, amount, functional, other }) =>
      `“${name}”: ${economic} is ${amount} among the basic expenditure, but ${functional} is ${other} by function. It is the same money: check subject and amount.`
  },
  examples: { bad: '2080505 47.11，30108 46.11', good: '2080505 47.11，30108 47.11' },
  check: (workbook) => disclosureSetsOf(workbook).flatMap(({ tables }) => checkTables(tables))
};

const checkTables = remember((tables: DisclosureSet['tables']): readonly Finding[] =>
  PAIRS.flatMap(({ name, functional, economic }) => {
    const paid = subjectAmount(tables.get('general-public-basic'), economic, 'total');
    const table = tables.get('general-public-expenditure');
    const arranged = functional.flatMap((code): readonly TableAmount[] => {
      const found = subjectAmount(table, code, 'basic');
      return found ? [found] : [];
    });
    const sum = arranged.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
    if (!paid || arranged.length === 0 || sum.eq(paid.amount)) return [];
    return [
      {
        place: paid.place,
        values: {
          name,
          economic,
          functional: functional.join(' + '),
          amount: formatAmount(paid.amount),
          other: formatAmount(sum)
        },
        related: arranged.map(({ place }) => place)
      }
    ];
  })
);
