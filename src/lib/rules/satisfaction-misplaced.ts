import { cellText } from '#lib/model/workbook.ts';
import { measure } from './indicator.ts';
import type { RowRule } from './rule.ts';

const SATISFACTION = /满意[度率]|满意程度|满意比例/;

/** A satisfaction stands under 满意度指标 and nowhere else. */
export const satisfactionMisplaced: RowRule = {
  code: 'satisfaction-misplaced',
  severity: 'warning',
  scope: 'row',
  title: '满意度放错了位置',
  source: '满意度指标是单独的一级指标',
  message: ({ name, level2 }) =>
    `“${name}”是满意度，却放在“${level2}”下。满意度单独计分，放在别处会重复或漏计，请移到满意度指标。`,
  english: {
    title: 'Satisfaction in the wrong place',
    message: ({ name, level2 }) =>
      `“${name}” is a satisfaction, but stands under “${level2}”. Satisfaction is scored by itself and would be counted twice or not at all; move it to the satisfaction indicators.`
  },
  examples: { bad: '居民满意度：≥90%', good: '居民防洪意识：显著提升' },
  check: (row) => {
    const kind = measure(row);
    const name = cellText(row, 'level3').trim();
    if (kind === null || kind === 'satisfaction' || !SATISFACTION.test(name)) return [];
    const level2 = cellText(row, 'level2').trim() || cellText(row, 'level1').trim();
    return [{ place: { column: 'level3' }, values: { name, level2 } }];
  }
};
