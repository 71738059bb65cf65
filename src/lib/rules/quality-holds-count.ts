import { indicatorsOf, nameOf, target } from './indicator.ts';
import type { SheetRule } from './rule.ts';
import { isCount, swapBack } from './swapped.ts';

/** An indicator of 质量 is a rate or a grade; a count belongs to 数量. */
export const qualityHoldsCount: SheetRule = {
  code: 'quality-holds-count',
  severity: 'warning',
  scope: 'sheet',
  title: '质量指标填了数量',
  source: '质量指标反映达到的标准、水平；件数次数属于数量指标',
  message: ({ name, target }) =>
    `质量指标“${name}”（${target}）只是数量，看不出做得好不好，可能与数量指标填反了。请填合格率、达标率或等级，数量移到数量指标。`,
  english: {
    title: 'Quality holds a count',
    message: ({ name, target }) =>
      `The quality “${name}” (“${target}”) only counts and does not say how well it is done; it may have been swapped with the quantity. Give a rate or a grade, and move the count to quantity.`
  },
  examples: { bad: '质量指标 清淤河段数 ≥12段', good: '质量指标 验收合格率 ≥95%' },
  check: (sheet) => {
    const counts = indicatorsOf(sheet, 'quality').filter(isCount);
    if (counts.length === 0) return [];
    const fixes = swapBack(sheet);
    return counts.map((row) => ({
      place: { row: row.id, column: 'target' },
      values: { name: nameOf(row), target: target(row) },
      fixes
    }));
  }
};
