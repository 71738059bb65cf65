import { indicatorsOf } from './indicator.ts';
import type { SheetRule } from './rule.ts';

/** A project has at least one benefit row, whichever. */
export const missingBenefit: SheetRule = {
  code: 'missing-benefit',
  severity: 'error',
  scope: 'sheet',
  title: '缺少效益指标',
  source: '完整性：效益指标至少设置一条',
  message: () =>
    '没有效益指标。只有产出看不出花钱带来了什么变化，审核时完整性不通过，请从经济、社会、生态效益或可持续影响中至少补一条。',
  english: {
    title: 'No benefit indicator',
    message: () =>
      'There is no benefit indicator. Outputs alone do not show what the money changes, so the table does not pass the review of completeness; add at least one economic, social, ecological or lasting benefit.'
  },
  examples: { bad: '只有产出指标、满意度指标', good: '社会效益指标一条' },
  check: (sheet) => (indicatorsOf(sheet, 'benefit').length > 0 ? [] : [{ place: {}, values: {} }])
};
