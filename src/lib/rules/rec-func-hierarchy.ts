import { classificationOf } from '#lib/model/disclosure/subject-sums.ts';
import type { SheetRule } from './rule.ts';
import { findWrongSums } from './subject-sums.ts';

/**
 * In the tables by functional 科目, 类 is the sum of its 款, 款 that of its 项, and 合计 that of the
 * highest ones listed, in every money column. Silent where a code stands twice.
 */
export const recFuncHierarchy: SheetRule = {
  code: 'rec-func-hierarchy',
  severity: 'error',
  scope: 'sheet',
  kinds: ['disclosure'],
  title: '功能科目逐级汇总不符',
  source: '《政府收支分类科目》：类 = Σ 款，款 = Σ 项；合计 = Σ 类',
  message: ({ subject, column, total, sum, count }) =>
    `${subject}的${column} ${total}，下级 ${count} 行之和是 ${sum}。科目逐级汇总不上，说明有一行填错或漏列，请逐行核对。`,
  english: {
    title: 'Functional subjects do not add up',
    message: ({ subject, column, total, sum, count }) =>
      `“${column}” of “${subject}” is ${total}, but the ${count} rows below it make ${sum}. A row is wrong or missing: check them one by one.`
  },
  examples: {
    bad: '20406 司法 72.19，下级各项之和 70.00',
    good: '20406 司法 72.19，下级各项之和 72.19'
  },
  check: (sheet) => (classificationOf(sheet.form) === 'functional' ? findWrongSums(sheet) : [])
};
