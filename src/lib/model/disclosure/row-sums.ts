import type { Sheet } from '../workbook.ts';
import { compareAcross, type WrongSum } from './wrong-sum.ts';

/** A column that is the sum of others. */
interface ColumnSum {
  readonly whole: string;
  readonly parts: readonly string[];
}

const THREE_FUNDS = ['generalPublic', 'governmentFund', 'stateCapital'];
const BASIC_PROJECT: ColumnSum = { whole: 'total', parts: ['basic', 'project'] };
const FUNDS: ColumnSum = { whole: 'total', parts: THREE_FUNDS };

/** The sums across each form. */
const SUMS: Readonly<Record<string, readonly ColumnSum[]>> = {
  income: [
    { whole: 'total', parts: ['subtotal', 'carriedOver'] },
    {
      whole: 'subtotal',
      parts: [
        'fiscal',
        'fiscalAccount',
        'business',
        'operating',
        'superiorGrant',
        'subordinateRemittance',
        'other'
      ]
    }
  ],
  expenditure: [
    { whole: 'total', parts: ['basic', 'project', 'operating', 'toSuperior', 'toSubordinate'] }
  ],
  'general-public-expenditure': [BASIC_PROJECT],
  'general-public-basic': [{ whole: 'total', parts: ['personnel', 'public'] }],
  'government-fund': [BASIC_PROJECT],
  'state-capital': [BASIC_PROJECT],
  'fiscal-appropriation': [FUNDS],
  'three-public': [FUNDS]
};

/**
 * What does not make its sum across a row: 合计 = 本年小计 + 上年结转; 合计 = 基本 + 项目 + 经营 + 上解 + 补助;
 * 合计 = 人员经费 + 公用经费; by kind of money, 合计 = the three budgets.
 */
export function wrongRowSums({ form, rows }: Sheet): readonly WrongSum[] {
  const sums = Object.hasOwn(SUMS, form) ? SUMS[form]! : [];
  return sums.flatMap(({ whole, parts }) =>
    rows.flatMap((row) => compareAcross(row, whole, parts))
  );
}
