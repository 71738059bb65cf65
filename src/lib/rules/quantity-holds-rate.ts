import { indicatorsOf, nameOf, target } from './indicator.ts';
import type { SheetRule } from './rule.ts';
import { isRate, swapBack } from './swapped.ts';

/** An indicator of 数量 counts; a rate belongs to 质量. */
export const quantityHoldsRate: SheetRule = {
  code: 'quantity-holds-rate',
  severity: 'warning',
  scope: 'sheet',
  title: '数量指标填了比率',
  source: '数量指标反映提供多少产品和服务；比率属于质量指标',
  message: ({ name, target }) =>
    `数量指标“${name}”（${target}）是比率，看不出做了多少。请填数量和单位，如 ≥12次，比率移到质量指标。`,
  english: {
    title: 'Quantity holds a rate',
    message: ({ name, target }) =>
      `The quantity “${name}” (“${target}”) is a rate and does not say how much is done. Give a count with its measure word, and move the rate to quality.`
  },
  examples: { bad: '数量指标 清淤完成率 100%', good: '数量指标 清淤河段数 ≥12段' },
  check: (sheet) => {
    const rates = indicatorsOf(sheet, 'quantity').filter(isRate);
    if (rates.length === 0) return [];
    const fixes = swapBack(sheet);
    return rates.map((row) => ({
      place: { row: row.id, column: 'target' },
      values: { name: nameOf(row), target: target(row) || '空' },
      fixes
    }));
  }
};
