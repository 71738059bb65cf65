import { readAmount, readPercent, type Decimal } from '#lib/model/decimal.ts';
import { PLAN_FIELDS } from '#lib/model/fields.ts';
import { remember } from '#lib/model/remember.ts';
import { fieldText } from '#lib/model/workbook.ts';
import type { Header } from './rule.ts';

/** One date of the 资金支出计划. */
export interface PlanStep {
  readonly field: (typeof PLAN_FIELDS)[number];
  readonly text: string;
  /** The number before the percent sign, or the bare number; null where the text is neither. */
  readonly number: Decimal | null;
  readonly hasPercentSign: boolean;
}

const planOf = remember((fields: Header['fields']): readonly PlanStep[] =>
  PLAN_FIELDS.map((field) => {
    const text = fieldText({ fields }, field).trim();
    return {
      field,
      text,
      number: readPercent(text) ?? readAmount(text),
      hasPercentSign: /[%％]/.test(text)
    };
  })
);

/** The four dates of the plan, blank ones too. */
export function readPlan({ fields }: Pick<Header, 'fields'>): readonly PlanStep[] {
  return planOf(fields);
}

/** Whether a plan row holds amounts of money: see the rule `plan-amount-not-percent`. */
export function holdsAmounts(plan: readonly PlanStep[], budget: Decimal | null): boolean {
  const numbers = plan.flatMap(({ number }) => number ?? []);
  if (plan.some(({ hasPercentSign }) => hasPercentSign)) return false;
  if (numbers.every((number) => number.isZero())) return false;
  const end = plan.at(-1)?.number;
  const endIsBudget = Boolean(end && budget && end.eq(budget) && !end.eq(100));
  return endIsBudget || numbers.every((number) => number.lt(100));
}
