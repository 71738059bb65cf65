import { amountFormat } from './amount-format.ts';
import { codeChecksum } from './code-checksum.ts';
import { codeDuplicate } from './code-duplicate.ts';
import { codeFormat } from './code-format.ts';
import { codeRegion } from './code-region.ts';
import { codeYear } from './code-year.ts';
import { costOperatorInverted } from './cost-operator-inverted.ts';
import { costVsBudget } from './cost-vs-budget.ts';
import { dateCorrupt } from './date-corrupt.ts';
import { fundingSum } from './funding-sum.ts';
import { headerBlockMissing } from './header-block-missing.ts';
import { identicalIndicatorSets } from './identical-indicator-sets.ts';
import { missingBenefit } from './missing-benefit.ts';
import { missingOutputL2 } from './missing-output-l2.ts';
import { missingSatisfaction } from './missing-satisfaction.ts';
import { operatorLookalike } from './operator-lookalike.ts';
import { otherFundsBlank } from './other-funds-blank.ts';
import { percentImplausible } from './percent-implausible.ts';
import { planAmountNotPercent } from './plan-amount-not-percent.ts';
import { planDecreasing } from './plan-decreasing.ts';
import { planYearEndMissing } from './plan-year-end-missing.ts';
import { planYearEndNot100 } from './plan-year-end-not-100.ts';
import { quantityNotNumeric } from './quantity-not-numeric.ts';
import type { Rule } from './rule.ts';
import { unitCodeInconsistent } from './unit-code-inconsistent.ts';
import { unitMissing } from './unit-missing.ts';
import { valueYesNo } from './value-yes-no.ts';

/** The rules in the order of the catalogue. A new rule is one line here. */
export const RULES: readonly Rule[] = [
  codeFormat,
  codeChecksum,
  codeRegion,
  codeYear,
  codeDuplicate,
  unitCodeInconsistent,
  headerBlockMissing,
  fundingSum,
  otherFundsBlank,
  amountFormat,
  planAmountNotPercent,
  planYearEndMissing,
  planYearEndNot100,
  planDecreasing,
  missingOutputL2,
  missingBenefit,
  missingSatisfaction,
  identicalIndicatorSets,
  dateCorrupt,
  percentImplausible,
  operatorLookalike,
  unitMissing,
  valueYesNo,
  quantityNotNumeric,
  costOperatorInverted,
  costVsBudget
];
