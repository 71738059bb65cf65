import { findDates } from '#lib/model/date.ts';
import { cellText } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import { quantitative, target } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** A target says more than the name of its indicator. */
export const valueRepeatsName: RowRule = {
  code: 'value-repeats-name',
  severity: 'error',
  scope: 'cell',
  title: '指标值照抄指标名称',
  source: '指标值是要达到的数量、比率、时间或程度，不是指标本身',
  message: ({ target, column }) =>
    `指标值“${target}”与${column === 'level3' ? '三级指标' : '绩效指标描述'}一样，没有写要达到多少，年底无从衡量。请写明数量、比率、时间或程度。`,
  english: {
    title: 'Target repeats the indicator',
    message: ({ target, column }) =>
      `The target “${target}” is the same as the ${column === 'level3' ? 'third level' : 'description'} and does not say what is to be reached, so nothing can be measured. Write the quantity, rate, date or grade.`
  },
  examples: { bad: '沿岸居民满意度', good: '≥90%' },
  check: (row) => {
    const text = target(row);
    const folded = fold(text);
    if (folded === '') return [];
    const column = ['level3', 'description'].find((each) => fold(cellText(row, each)) === folded);
    if (column === undefined || quantitative(row) || findDates(text).length > 0) return [];
    return [
      { place: { column: 'target' }, values: { target: text, column }, related: [{ column }] }
    ];
  }
};
