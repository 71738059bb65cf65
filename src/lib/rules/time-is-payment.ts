import { cellText } from '#lib/model/workbook.ts';
import { measure, nameOf, target, wording } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** Handing out the money, in the words of papers. */
const PAYMENT =
  /(?:资金|经费|款项?|费用?).{0,6}(?:支付|支出|拨付|到位|使用)|(?:支付|支出|拨付|付款|报账).{0,4}(?:时间|时限|及时|进度|完成)|支出完成/;

/** Projects whose output is a payment to people. */
const PAYMENT_IS_OUTPUT = /工资|薪|补助|补贴|救助|抚恤|奖励|奖金|保险|慰问|津贴|赔偿|养老/;

/** A 时效 indicator times the output, not only the spending. */
export const timeIsPayment: RowRule = {
  code: 'time-is-payment',
  severity: 'info',
  scope: 'row',
  title: '时效指标只看付款',
  source: '时效指标衡量产出的及时程度；资金支付是过程，另有预算执行率考核',
  message: ({ name, target }) =>
    `时效指标“${name}”（${target}）只管钱什么时候付，没有管事情什么时候办成。付款由预算执行率考核，请看看能否改为工作完成的时间。`,
  english: {
    title: 'Timeliness of the payment only',
    message: ({ name, target }) =>
      `The timeliness “${name}” (“${target}”) times the payment and not the work. Payment is judged by the execution of the budget; see whether the date of the work can stand here.`
  },
  examples: { bad: '资金支付及时率：100%', good: '清淤完成时间：10月底前' },
  check: (row) => {
    if (measure(row) !== 'time') return [];
    const text = target(row);
    const said = `${wording(row)} ${text}`;
    if (!PAYMENT.test(said) || PAYMENT_IS_OUTPUT.test(said)) return [];
    const column = cellText(row, 'level3').trim() === '' ? 'description' : 'level3';
    return [{ place: { column }, values: { name: nameOf(row), target: text || '空' } }];
  }
};
