import { normaliseOperators } from '#lib/model/target.ts';
import { replaceTarget } from './fix.ts';
import { target } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** The operator of a target is written ≥ ≤ = > <; what only looks like it is put right. */
export const operatorLookalike: RowRule = {
  code: 'operator-lookalike',
  severity: 'info',
  scope: 'cell',
  title: '比较符号不规范',
  source: '键盘和文字识别写出的近形符号，如 ≫、≧、>=，与 ≥、≤、=、>、< 混用会妨碍汇总',
  message: ({ target, normal }) =>
    `指标值“${target}”中的比较符号是近形字符，汇总和打分时认不出来。请改为“${normal}”。`,
  english: {
    title: 'Operator not written as ≥ ≤ = > <',
    message: ({ target, normal }) =>
      `The operator in the target “${target}” is a look-alike that totals and scores do not recognise. Write “${normal}”.`
  },
  examples: { bad: '≫95%', good: '≥95%' },
  check: (row) => {
    const text = target(row);
    const normal = normaliseOperators(text);
    if (normal === text) return [];
    return [
      {
        place: { column: 'target' },
        values: { target: text, normal },
        fixes: [replaceTarget(row, normal)]
      }
    ];
  }
};
