import { quantitative, target, wording } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** What stands after a number without being a unit: a full stop, the other end of a range. */
const NO_UNIT = /^(?:[-~～—–至]+\s*\d[\d,.]*)?[。.，,；;、]*$/;

/** Units that a name may carry in brackets, for its target: 出勤率（%）, 培训人次（人次）. */
const NAMED_UNIT =
  /[（(]\s*(?:单位\s*[:：]\s*)?(?:[%％]|[千万亿]?元(?:\/\S{1,4})?|人次?|次|个|条|件|册|份|幅|部|台|套|辆|户|家|项|处|天|日|月|年|小时|平方米|公里|米|吨)\s*[)）]/;

/** A target that is a number says of what. Silent where the name gives the unit, for zero, and for dates. */
export const unitMissing: RowRule = {
  code: 'unit-missing',
  severity: 'error',
  scope: 'cell',
  title: '指标值缺少计量单位',
  source: '指标值应可衡量：数字要有计量单位',
  message: ({ target }) =>
    `指标值“${target}”只有数字，没有单位，看不出是百分比、次数还是金额，自评时无法打分。请补上单位，如 %、次、万元。`,
  english: {
    title: 'Target without a unit',
    message: ({ target }) =>
      `The target “${target}” is a number without a unit: percent, times or money cannot be told apart, and the self-evaluation cannot score it. Add the unit.`
  },
  examples: { bad: '≥90', good: '≥90%' },
  check: (row) => {
    const text = target(row);
    const read = quantitative(row);
    if (!read || !NO_UNIT.test(read.unit) || isCompactDate(text)) return [];
    if (NAMED_UNIT.test(wording(row)) || read.number.isZero()) return [];
    return [{ place: { column: 'target' }, values: { target: text } }];
  }
};

/** `20241231`, a date without separators. */
function isCompactDate(text: string): boolean {
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);
}
