import { formatAmount, readAmount, type Decimal } from '#lib/model/decimal.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Fix } from '#lib/model/problem.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { FIXES } from './fix-labels.ts';
import { holdsAmounts, readPlan, type PlanStep } from './plan.ts';
import type { SheetRule } from './rule.ts';

/**
 * The plan is printed in percent: it holds amounts where no value carries the sign and the last
 * equals the budget (unless that is 100), or none reaches 100. It can be turned into percent for
 * certain only in the first case.
 */
export const planAmountNotPercent: SheetRule = {
  code: 'plan-amount-not-percent',
  severity: 'error',
  scope: 'sheet',
  title: '支出计划填了金额',
  source: '资金支出计划一行的单位是 %，按累计支出进度填写',
  message: ({ plan, budget }) =>
    `资金支出计划填的是金额（${plan}），这一行应填占预算数 ${budget} 的累计百分比。填金额看不出进度，也无法与执行率比较，请换算成百分比。`,
  english: {
    title: 'Spending plan holds amounts',
    message: ({ plan, budget }) =>
      `The spending plan holds amounts (“${plan}”), but the row asks for cumulative percents of the budget “${budget}”. Amounts do not show the progress and cannot be compared with the execution rate; convert them to percent.`
  },
  examples: { bad: '10.00 20.00 30.00 40.00', good: '25% 50% 75% 100%' },
  check: (sheet) => {
    const plan = readPlan(sheet);
    const budget = readAmount(fieldText(sheet, 'budget'));
    const filled = plan.filter(({ text }) => text !== '');
    const last = filled.at(-1);
    if (!last || !holdsAmounts(plan, budget)) return [];
    return [
      {
        place: { field: last.field },
        values: {
          plan: filled.map(({ text }) => text).join('、'),
          budget: budget ? formatAmount(budget) : '（未填）'
        },
        related: filled.filter((step) => step !== last).map(({ field }) => ({ field })),
        fixes: isOfBudget(plan, budget) ? [asPercent(sheet, plan, budget)] : []
      }
    ];
  }
};

function isOfBudget(plan: readonly PlanStep[], budget: Decimal | null): budget is Decimal {
  return Boolean(budget?.gt(0) && plan.at(-1)?.number?.eq(budget));
}

function asPercent(sheet: Sheet, plan: readonly PlanStep[], budget: Decimal): Fix {
  const label = FIXES.toPercent;
  const changes = plan.flatMap(({ field, number }): Change[] =>
    number ? [{ do: 'field', sheet: sheet.id, field, text: percentOf(number, budget) }] : []
  );
  return { label, edit: { label, changes } };
}

/** With at most two decimals: rounding keeps cumulative percents in order. */
function percentOf(amount: Decimal, budget: Decimal): string {
  return `${amount.div(budget).times(100).toDecimalPlaces(2).toFixed()}%`;
}
