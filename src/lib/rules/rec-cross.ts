import { formatAmount } from '#lib/model/decimal.ts';
import { balanceSheetOf } from '#lib/model/disclosure/balance-sheet.ts';
import { subjectsOf } from '#lib/model/disclosure/subjects.ts';
import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import { remember } from '#lib/model/remember.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { disclosureSetsOf, type DisclosureSet } from './disclosure-sets.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { amountOf, totalOf, type TableAmount } from './table-cell.ts';

type Tables = DisclosureSet['tables'];

/** The columns of 财政拨款收支总表 with the tables that they sum up. */
const FUNDS: readonly (readonly [column: string, what: string, form: string])[] = [
  ['generalPublic', '一般公共预算', 'general-public-expenditure'],
  ['governmentFund', '政府性基金预算', 'government-fund'],
  ['stateCapital', '国有资本经营预算', 'state-capital']
];

/** The columns that 一般公共预算财政拨款支出表 shares with 支出总表. */
const SHARED: readonly (readonly [column: string, title: string])[] = [
  ['total', '合计'],
  ['basic', '基本支出'],
  ['project', '项目支出']
];

/** The tables of one unit agree with each other, in their totals and 科目 by 科目. */
export const recCross: WorkbookRule = {
  code: 'rec-cross',
  severity: 'error',
  scope: 'workbook',
  title: '表间勾稽不符',
  source: '预算公开表表间关系：收支总表、收入总表、支出总表、财政拨款各表同口径的数相等',
  message: ({ kind, what, amount, otherWhat, other }) => {
    switch (kind) {
      case 'absent':
        return `${what}在${otherWhat}里没有。两张表列的科目应当对得上，请查是漏列还是科目编错。`;
      case 'more':
        return `${what} ${amount}，大于${otherWhat}的 ${other}。一般公共预算是全部支出的一部分，不会更多，请核对两张表。`;
      default:
        return `${what} ${amount}，${otherWhat} ${other}。两张表说的是同一笔钱，应当相等，请核对是哪张表错了。`;
    }
  },
  english: {
    title: 'Two tables disagree',
    message: ({ kind, what, amount, otherWhat, other }) => {
      switch (kind) {
        case 'absent':
          return `“${what}” is not listed in “${otherWhat}”. Both tables list the same subjects: find the row that was left out, or the wrong code.`;
        case 'more':
          return `“${what}” is ${amount}, more than the ${other} of “${otherWhat}”. A part cannot exceed the whole: check both tables.`;
        default:
          return `“${what}” is ${amount}, but “${otherWhat}” is ${other}. It is the same money: find the wrong table.`;
      }
    }
  },
  examples: {
    bad: '支出总表合计 1210.00，收支总表本年支出合计 1200.00',
    good: '支出总表合计 1200.00，收支总表本年支出合计 1200.00'
  },
  check: (workbook) => disclosureSetsOf(workbook).flatMap(({ tables }) => checkTables(tables))
};

const checkTables = remember((tables: DisclosureSet['tables']): readonly Finding[] => [
  ...compareTotals(tables),
  ...compareFunds(tables),
  ...compareGeneralPublic(tables),
  ...compareIncome(tables)
]);

function compareTotals(tables: Tables): readonly Finding[] {
  const first = tables.get('income-and-expenditure');
  const balance = first && balanceSheetOf(first);
  const basic = tables.get('general-public-basic');
  return [
    ...equal(
      '支出总表合计',
      totalOf(tables.get('expenditure'), 'total'),
      '收支总表本年支出合计',
      amountOf(first, balance?.expenditure.sum, 'expenditureBudget')
    ),
    ...equal(
      '收入总表合计',
      totalOf(tables.get('income'), 'total'),
      '收支总表收入总计',
      amountOf(first, balance?.income.total, 'incomeBudget')
    ),
    ...equal(
      '一般公共预算基本支出表合计',
      totalOf(basic, 'total'),
      '一般公共预算支出表的基本支出',
      totalOf(tables.get('general-public-expenditure'), 'basic')
    )
  ];
}

function compareFunds(tables: Tables): readonly Finding[] {
  const sheet = tables.get('fiscal-appropriation');
  const sum = sheet && balanceSheetOf(sheet)?.expenditure.sum;
  return FUNDS.flatMap(([column, what, form]) =>
    equal(
      `财政拨款收支总表本年支出合计的${what}`,
      amountOf(sheet, sum, column),
      `${what}财政拨款支出表合计`,
      totalOf(tables.get(form), 'total')
    )
  );
}

function compareGeneralPublic(tables: Tables): readonly Finding[] {
  const part = tables.get('general-public-expenditure');
  const whole = tables.get('expenditure');
  const parts = part && subjectsOf(part.rows);
  const wholes = whole && subjectsOf(whole.rows);
  if (!parts || !wholes) return [];
  return [...parts.byCode.values()].flatMap(({ code, row }): readonly Finding[] => {
    const other = wholes.byCode.get(code);
    if (!other) return isFilled(row) ? [absent(part, row, '支出总表', whole)] : [];
    return SHARED.flatMap(([column, title]) => {
      const mine = amountOf(part, row, column);
      const theirs = amountOf(whole, other.row, column);
      if (!mine || !theirs || mine.amount.lte(theirs.amount)) return [];
      const what = `${subjectName(row)}的${title}`;
      return [differs('more', what, mine, `支出总表`, theirs)];
    });
  });
}

/** 收入总表 and 支出总表 list the same money by 科目 while nothing is left for the next year. */
function compareIncome(tables: Tables): readonly Finding[] {
  const first = tables.get('income-and-expenditure');
  const income = tables.get('income');
  const expenditure = tables.get('expenditure');
  const incomes = income && subjectsOf(income.rows);
  const expenditures = expenditure && subjectsOf(expenditure.rows);
  const left = first && balanceSheetOf(first)?.expenditure;
  if (!left || !incomes || !expenditures) return [];
  const leavesNothing = left.carried.every((row) => amountAt(row, 'expenditureBudget')?.isZero());
  if (!leavesNothing) return [];
  return [
    ...[...expenditures.byCode.values()].flatMap(({ code, row }) => {
      const other = incomes.byCode.get(code)?.row;
      if (!other) return isFilled(row) ? [absent(expenditure, row, '收入总表', income)] : [];
      const mine = amountOf(expenditure, row, 'total');
      const theirs = amountOf(income, other, 'total');
      return equal(`支出总表${subjectName(row)}`, mine, '收入总表同一科目', theirs);
    }),
    ...[...incomes.byCode.values()].flatMap(({ code, row }) =>
      isFilled(row) && !expenditures.byCode.has(code)
        ? [absent(income, row, '支出总表', expenditure)]
        : []
    )
  ];
}

function equal(
  what: string,
  mine: TableAmount | null,
  otherWhat: string,
  theirs: TableAmount | null
): readonly Finding[] {
  if (!mine || !theirs || mine.amount.eq(theirs.amount)) return [];
  return [differs('differs', what, mine, otherWhat, theirs)];
}

function differs(
  kind: 'differs' | 'more',
  what: string,
  mine: TableAmount,
  otherWhat: string,
  theirs: TableAmount
): Finding {
  return {
    place: mine.place,
    values: {
      kind,
      what,
      otherWhat,
      amount: formatAmount(mine.amount),
      other: formatAmount(theirs.amount)
    },
    related: [theirs.place]
  };
}

function absent(sheet: Sheet, row: Row, otherWhat: string, other: Sheet): Finding {
  return {
    place: { sheet: sheet.id, row: row.id, column: 'code' },
    values: { kind: 'absent', what: subjectName(row), otherWhat },
    related: [{ sheet: other.id }]
  };
}

/** A 科目 without money, as in a form that prints all of them, may be missing elsewhere. */
function isFilled(row: Row): boolean {
  return !(amountAt(row, 'total')?.isZero() ?? true);
}

function subjectName(row: Row): string {
  return `${cellText(row, 'code').trim()}${cellText(row, 'name').replace(/\s+/g, '')}`;
}
