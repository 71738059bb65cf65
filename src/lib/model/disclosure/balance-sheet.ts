import { cellText, type Row, type Sheet } from '../workbook.ts';
import { remember } from '../remember.ts';

/** One side, 收入 or 支出, of a 收支总表. */
export interface Side {
  /** The column of its items. */
  readonly label: string;
  /** The columns of its amounts. */
  readonly amounts: readonly string[];
  /** The list of items above 本年…合计; without 其中, and without what is numbered below the items. */
  readonly listed: readonly Row[];
  /** 本年收入合计 or 本年支出合计. */
  readonly sum: Row | undefined;
  /** What stands between it and the total: 上年结转结余, 年终结转结余. */
  readonly carried: readonly Row[];
  /** The numbered list below what is carried over. */
  readonly carriedList: readonly Row[];
  /** 收入总计 or 支出总计. */
  readonly total: Row | undefined;
}

/** The two sides of a table. */
export interface BalanceSheet {
  readonly income: Side;
  readonly expenditure: Side;
}

/** The columns of the two forms that balance income and expenditure. */
const COLUMNS: Readonly<
  Record<
    string,
    { readonly incomeAmounts: readonly string[]; readonly expenditureAmounts: readonly string[] }
  >
> = {
  'income-and-expenditure': {
    incomeAmounts: ['incomeBudget'],
    expenditureAmounts: ['expenditureBudget']
  },
  'fiscal-appropriation': {
    incomeAmounts: ['incomeAmount'],
    expenditureAmounts: ['total', 'generalPublic', 'governmentFund', 'stateCapital']
  }
};

const SUM = /^本年(?:收入|支出)(?:合计|总计|小计)$/;
const TOTAL = /^(?:收入|支出)(?:总计|合计)$/;
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;
const PART = /^其中|^[(（]/;

/** Reads 收支总表 and 财政拨款收支总表; null for other forms. */
export const balanceSheetOf = remember((sheet: Sheet): BalanceSheet | null => {
  const columns = Object.hasOwn(COLUMNS, sheet.form) ? COLUMNS[sheet.form] : undefined;
  if (!columns) return null;
  return {
    income: readSide(sheet.rows, 'incomeItem', columns.incomeAmounts),
    expenditure: readSide(sheet.rows, 'expenditureItem', columns.expenditureAmounts)
  };
});

function readSide(rows: readonly Row[], label: string, amounts: readonly string[]): Side {
  const items = rows
    .map((row) => ({ row, name: cellText(row, label).replace(/\s+/g, '') }))
    .filter(({ name }) => name !== '' && !PART.test(name));
  const sumAt = items.findIndex(({ name }) => SUM.test(name));
  const totalAt = items.findIndex(({ name }) => TOTAL.test(name));
  const rowsOf = (from: number, to: number, numbered: boolean) =>
    items
      .slice(from, to)
      .filter(({ name }) => NUMBERED.test(name) === numbered)
      .map(({ row }) => row);
  const above = rowsOf(0, Math.max(sumAt, 0), true);
  const between = totalAt > sumAt && sumAt >= 0;
  const carried = between ? rowsOf(sumAt + 1, totalAt, false) : [];
  const carriedList = between ? rowsOf(sumAt + 1, totalAt, true) : [];
  return {
    label,
    amounts,
    listed: above.length > 0 ? above : rowsOf(0, Math.max(sumAt, 0), false),
    sum: items[sumAt]?.row,
    carried: carried.length > 0 ? carried : carriedList,
    carriedList: carried.length > 0 ? carriedList : [],
    total: items[totalAt]?.row
  };
}
