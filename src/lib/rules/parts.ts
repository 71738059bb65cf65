import type { Language } from '#lib/model/language.ts';
import { rulesIn } from './language.ts';
import type { Rule } from './rule.ts';

/** A part of the catalogue of rules. */
export interface Part {
  readonly letter: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The parts in their order, each with the code that it begins with in the registry. */
const BEGINNINGS: readonly (readonly [letter: string, title: string, code: string])[] = [
  ['A', '项目编码与表头', 'code-format'],
  ['B', '资金支出计划', 'plan-amount-not-percent'],
  ['C', '指标体系完整性', 'missing-output-l2'],
  ['D', '指标值', 'date-corrupt'],
  ['E', '文本说明', 'narrative-parts-sum'],
  ['F', '预算公开表勾稽', 'rec-total-balance']
];

/** All rules by the parts of the catalogue, in a language. */
export function partsIn(language: Language): readonly Part[] {
  const rules = rulesIn(language);
  const positionOf = (code: string) => rules.findIndex((rule) => rule.code === code);
  return BEGINNINGS.map(([letter, title, code], index) => {
    const next = BEGINNINGS[index + 1]?.[2];
    const end = next === undefined ? rules.length : positionOf(next);
    return { letter, title, rules: rules.slice(positionOf(code), end) };
  });
}
