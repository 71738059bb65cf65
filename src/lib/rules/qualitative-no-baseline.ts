import { cellText } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import { measure, nameOf, target } from './indicator.ts';
import { holdsNumber } from './number-words.ts';
import type { RowRule } from './rule.ts';
import { isToBeFilled } from './to-be-filled.ts';

/** Words that grade: 显著提升, 基本保障, 效果良好, 全部达标. */
const GRADE =
  /显著|明显|有效|良|较[好大高强快]|优|[合及]格|达标|合规|(?:健全|完善)$|完全|基本|全面|充分|全部|大幅|有所|不断|满意|一般|中等|高质量|高标准|零|无|不[发出存得]|[Ⅰ-Ⅴ一二三四五甲乙丙A-D][类级等档]|[高中低好]$/;

/** Words that compare: 较上年有所减少, 逐年增长, 稳步提升. */
const BASELINE =
  /较|比|同比|环比|高于|低于|优于|超过|持平|以上|以内|逐[年步月渐]|保持|稳步|持续|年均/;

/** Where a target may be said in words. */
const IN_WORDS = ['quality', 'benefit', 'satisfaction'];

/** A target in words has a grade, or something to compare with. */
export const qualitativeNoBaseline: RowRule = {
  code: 'qualitative-no-baseline',
  severity: 'info',
  scope: 'row',
  title: '定性指标值没有分档',
  source: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：不能量化的，用定性的分级分档描述',
  message: ({ target, name }) =>
    `“${name}”的指标值“${target}”没有程度，也没有和什么比，自评时给几分都说得过去。请分级分档，如“效果显著”，或写明比较的基数，如“较上年减少”。`,
  english: {
    title: 'Target in words without a grade',
    message: ({ target, name }) =>
      `The target “${target}” of “${name}” has no grade and nothing to compare with, so that any score can be argued for. Grade it, or say what it is compared with, such as last year.`
  },
  examples: { bad: '推动工作', good: '效果显著' },
  check: (row) => {
    const text = target(row);
    const kind = measure(row);
    if (text === '' || kind === null || !IN_WORDS.includes(kind) || holdsNumber(text)) return [];
    if (GRADE.test(text) || BASELINE.test(text) || isSpokenOfElsewhere(text)) return [];
    const folded = fold(text);
    const isRepeated = ['level3', 'description'].some(
      (each) => fold(cellText(row, each)) === folded
    );
    if (isRepeated) return [];
    return [{ place: { column: 'target' }, values: { target: text, name: nameOf(row) } }];
  }
};

/** An open choice has a rule of its own, and so has what is still to be filled in. */
function isSpokenOfElsewhere(text: string): boolean {
  return isToBeFilled(text) || /^[□☐○]?\s*是.{0,2}[□☐○]?\s*否$/.test(text) || fold(text) === '';
}
