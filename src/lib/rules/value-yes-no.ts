import { target } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** 是/否, 是否, □是 □否 */
const CHOICE = /^[□☐○]?\s*是[\s/／\\|、,，或]*[□☐○]?\s*否$/;

/** A choice that nobody has made is no target. */
export const valueYesNo: RowRule = {
  code: 'value-yes-no',
  severity: 'error',
  scope: 'cell',
  title: '指标值是未填的选项',
  source: '“是/否”是系统中的字段类型，不是指标值',
  message: ({ target }) =>
    `指标值“${target}”是没有选的选项，不是目标，年底无法判断是否完成。请写明要达到的数量、比率、时间或程度。`,
  english: {
    title: 'Target is a choice nobody has made',
    message: ({ target }) =>
      `The target “${target}” is a choice left open, not a goal, so nobody can judge at the end of the year whether it was reached. Write the quantity, rate, time or grade to reach.`
  },
  examples: { bad: '是/否', good: '≥95%' },
  check: (row) => {
    const text = target(row);
    return CHOICE.test(text) ? [{ place: { column: 'target' }, values: { target: text } }] : [];
  }
};
