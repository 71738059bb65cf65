import { readAmount } from '#lib/model/decimal.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Fix } from '#lib/model/problem.ts';
import { fieldText } from '#lib/model/workbook.ts';
import { changeTo } from './fix-labels.ts';
import { holdsAmounts, readPlan, type PlanStep } from './plan.ts';
import type { FieldRule } from './rule.ts';

/**
 * The percents of the plan carry a half-width %. One problem per sheet, whose fix writes all of
 * them; silent where the plan holds amounts.
 */
export const planPercentSignMissing: FieldRule = {
  code: 'plan-percent-sign-missing',
  severity: 'info',
  scope: 'field',
  title: '支出计划没有百分号',
  source: '资金支出计划一行的单位是 %，各表写法应一致',
  message: ({ plan, normal }) =>
    `支出计划“${plan}”没有写百分号，或用了全角字符，容易与金额混淆。请写成“${normal}”。`,
  english: {
    title: 'Spending plan without percent signs',
    message: ({ plan, normal }) =>
      `The spending plan “${plan}” lacks percent signs or has full-width characters, and may be taken for amounts. Write “${normal}”.`
  },
  examples: { bad: '25 50 75 100', good: '25% 50% 75% 100%' },
  check: (header) => {
    const plan = readPlan(header);
    const unsigned = plan.filter(lacksSign);
    const [first, ...others] = unsigned;
    if (!first || holdsAmounts(plan, readAmount(fieldText(header, 'budget')))) return [];
    return [
      {
        place: { field: first.field },
        values: {
          plan: unsigned.map(({ text }) => text).join('、'),
          normal: unsigned.map(normalOf).join('、')
        },
        related: others.map(({ field }) => ({ field })),
        fixes: [withSigns(header.id, unsigned)]
      }
    ];
  }
};

function lacksSign({ text, number, hasPercentSign }: PlanStep): boolean {
  return number !== null && (!hasPercentSign || /[％０-９．，]/.test(text));
}

function normalOf({ number }: PlanStep): string {
  return `${number?.toFixed()}%`;
}

function withSigns(sheet: string, steps: readonly PlanStep[]): Fix {
  const label = changeTo(steps.map(normalOf).join('、'));
  const changes = steps.map((step): Change => ({
    do: 'field',
    sheet,
    field: step.field,
    text: normalOf(step)
  }));
  return { label, edit: { label, changes } };
}
