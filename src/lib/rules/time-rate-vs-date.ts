import { splitOperator } from '#lib/model/target.ts';
import { cellText } from '#lib/model/workbook.ts';
import { beginsWithDate } from './deadline.ts';
import { withoutHedges } from './hedges.ts';
import { measure, target } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** 完成率, 完成率（%） */
const RATE = /率\s*(?:[(（]\s*[%％]\s*[)）])?$/;

/** An indicator that calls itself a rate does not have a date for a target. */
export const timeRateVsDate: RowRule = {
  code: 'time-rate-vs-date',
  severity: 'warning',
  scope: 'row',
  title: '名称是比率，指标值是日期',
  source: '指标名称与指标值的类型应一致',
  message: ({ name, target }) =>
    `“${name}”是比率，指标值却是日期“${target}”，自评时无法计算。请把名称改成完成时间，或把指标值改成比率。`,
  english: {
    title: 'Name is a rate, target is a date',
    message: ({ name, target }) =>
      `“${name}” is a rate, but its target is the date “${target}”, which the self-evaluation cannot compute. Call it a date of completion, or give a rate.`
  },
  examples: { bad: '清淤完成率：2024年10月底', good: '清淤完成率：100%' },
  check: (row) => {
    const name = cellText(row, 'level3').trim();
    const text = target(row);
    if (!RATE.test(name) || measure(row) !== 'time') return [];
    if (!beginsWithDate(splitOperator(withoutHedges(text)).rest) || /[%％]/.test(text)) return [];
    return [
      {
        place: { column: 'target' },
        values: { name, target: text },
        related: [{ column: 'level3' }]
      }
    ];
  }
};
