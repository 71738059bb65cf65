import { measure, quantitative, target } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** A unit, and no sentence that begins with a number. Ranges, fractions and 7×24 are no such unit. */
const UNIT = /^[^\d\s-/~～—–×至，。；、,;][^，。；、,;]{0,7}$/;

/** Words after a number that say the direction: 30天内, 95%以上. */
const DIRECTION = /[内上下前]$|左右|之间|不等|封顶/;

/** A number says whether more or less is better; 100 % alone can only be reached, and zero only kept. */
export const operatorMissing: RowRule = {
  code: 'operator-missing',
  severity: 'warning',
  scope: 'cell',
  title: '指标值缺少比较符号',
  source: '定量指标值由符号、数字、单位组成，自评按符号的方向打分',
  message: ({ target }) =>
    `指标值“${target}”没有 ≥、≤ 或 =，看不出多了好还是少了好，自评无法按方向打分。请补上符号。`,
  english: {
    title: 'Target without an operator',
    message: ({ target }) =>
      `The target “${target}” has no ≥, ≤ or =, so nobody can tell whether more or less is better and the self-evaluation cannot score it. Add the operator.`
  },
  examples: { bad: '291条', good: '≥291条' },
  check: (row) => {
    const read = quantitative(row);
    if (!read || read.operator !== '' || measure(row) === 'cost') return [];
    if (!UNIT.test(read.unit) || DIRECTION.test(read.unit)) return [];
    if (read.number.isZero() || (read.unit === '%' && read.number.eq(100))) return [];
    return [{ place: { column: 'target' }, values: { target: target(row) } }];
  }
};
