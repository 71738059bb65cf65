import { measureOf } from '#lib/model/forms.ts';
import { indicatorsOf } from './indicator.ts';
import type { SheetRule } from './rule.ts';

/** Each second level of 产出 that the form asks for, 成本 among them, has a row. */
export const missingOutputL2: SheetRule = {
  code: 'missing-output-l2',
  severity: 'error',
  scope: 'sheet',
  title: '产出指标不齐',
  source: '完整性：产出指标应包括数量、质量、时效，成本按表式设置',
  message: ({ missing }) =>
    `缺少${missing}。产出指标不齐，审核时完整性不通过，自评也缺少打分的依据，请补上所缺的指标。`,
  english: {
    title: 'Output indicators incomplete',
    message: ({ missing }) =>
      `Missing: “${missing}”. With incomplete outputs the table does not pass the review of completeness, and the self-evaluation has nothing to score by; add the missing indicators.`
  },
  examples: { bad: '只有数量指标、时效指标', good: '数量、质量、时效、成本各至少一条' },
  check: (sheet, { form }) => {
    const missing = form.requiredOutputs.filter((level2) => {
      const wanted = measureOf('', level2);
      return wanted !== null && indicatorsOf(sheet, wanted).length === 0;
    });
    return missing.length === 0 ? [] : [{ place: {}, values: { missing: missing.join('、') } }];
  }
};
