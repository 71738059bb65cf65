import { beginsWithDate, holdsDate } from './deadline.ts';
import { replaceTarget } from './fix.ts';
import { hedgesIn, withoutHedges } from './hedges.ts';
import { target } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** A date in a target is a deadline, without 预计 or 左右. */
export const dateHedged: RowRule = {
  code: 'date-hedged',
  severity: 'warning',
  scope: 'cell',
  title: '日期含糊',
  source: '时限应明确，能够判断是否按时完成',
  message: ({ target, hedge }) =>
    `指标值“${target}”里有“${hedge}”，晚了多少都说得过去，到期无法判断。请写确定的日期。`,
  english: {
    title: 'Hedged date',
    message: ({ target, hedge }) =>
      `The target “${target}” says “${hedge}”, which excuses any delay, so nobody can judge whether it was on time. Write a definite date.`
  },
  examples: { bad: '预计2024年10月底完成', good: '2024年10月底完成' },
  check: (row) => {
    const text = target(row);
    const [hedge] = hedgesIn(text);
    if (hedge === undefined || !holdsDate(text)) return [];
    const plain = withoutHedges(text);
    return [
      {
        place: { column: 'target' },
        values: { target: text, hedge },
        fixes: beginsWithDate(plain) ? [replaceTarget(row, plain)] : []
      }
    ];
  }
};
