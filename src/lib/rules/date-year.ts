import { deadlineIn } from './deadline.ts';
import { target } from './indicator.ts';
import type { RowRule } from './rule.ts';

/**
 * A deadline lies in the budget year: an earlier one was left from another year's table, a later one
 * may be that of a project over several years. Silent where the budget year is unknown.
 */
export const dateYear: RowRule = {
  code: 'date-year',
  severity: 'error',
  scope: 'cell',
  title: '日期不在预算年度',
  source: '年度绩效目标应在预算年度内完成；跨年度项目除外',
  message: ({ target, date, year, relation }) =>
    relation === 'earlier'
      ? `指标值“${target}”的日期在 ${date} 年，早于预算年度 ${year}，多半是沿用了去年的表。这样的目标在年初就已经过期，请改正年份。`
      : `指标值“${target}”的日期在 ${date} 年，晚于预算年度 ${year}，年底自评时还没有到期。跨年度项目可以这样，否则请改正年份。`,
  english: {
    title: 'Date outside the budget year',
    message: ({ target, date, year, relation }) =>
      relation === 'earlier'
        ? `The date in the target “${target}” is of ${date}, before the budget year ${year}; most likely last year's table was reused. Such a target is past before the year begins; correct the year.`
        : `The date in the target “${target}” is of ${date}, after the budget year ${year}, so it is not due when the year is evaluated. That is right for a project over several years; else correct the year.`
  },
  examples: { bad: '2023年12月31日', good: '2024年12月31日' },
  check: (row, { year }) => {
    const text = target(row);
    const date = year === null ? null : deadlineIn(text)?.date;
    if (!date || year === null || date.year === year) return [];
    const relation = date.year < year ? 'earlier' : 'later';
    return [
      {
        place: { column: 'target' },
        severity: relation === 'earlier' ? 'error' : 'info',
        values: { target: text, date: String(date.year), year: String(year), relation }
      }
    ];
  }
};
