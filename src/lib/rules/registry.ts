import { amountFormat } from './amount-format.ts';
import { basisGeneric } from './basis-generic.ts';
import { basisSecret } from './basis-secret.ts';
import { basisStale } from './basis-stale.ts';
import { codeChecksum } from './code-checksum.ts';
import { codeDuplicate } from './code-duplicate.ts';
import { codeFormat } from './code-format.ts';
import { codeRegion } from './code-region.ts';
import { codeYear } from './code-year.ts';
import { costIsExecutionRate } from './cost-is-execution-rate.ts';
import { costNotNumeric } from './cost-not-numeric.ts';
import { costOperatorInverted } from './cost-operator-inverted.ts';
import { costOperatorMissing } from './cost-operator-missing.ts';
import { costVsBudget } from './cost-vs-budget.ts';
import { dateCorrupt } from './date-corrupt.ts';
import { dateHedged } from './date-hedged.ts';
import { dateYear } from './date-year.ts';
import { descriptionRepeatsName } from './description-repeats-name.ts';
import { economicBenefitNotEconomic } from './economic-benefit-not-economic.ts';
import { fundingSum } from './funding-sum.ts';
import { goalEqualsUsage } from './goal-equals-usage.ts';
import { goalNotQuantified } from './goal-not-quantified.ts';
import { goalReused } from './goal-reused.ts';
import { headerBlockMissing } from './header-block-missing.ts';
import { identicalIndicatorSets } from './identical-indicator-sets.ts';
import { l2Order } from './l2-order.ts';
import { missingBenefit } from './missing-benefit.ts';
import { missingOutputL2 } from './missing-output-l2.ts';
import { missingSatisfaction } from './missing-satisfaction.ts';
import { operatorLookalike } from './operator-lookalike.ts';
import { operatorMissing } from './operator-missing.ts';
import { otherFundsBlank } from './other-funds-blank.ts';
import { percentImplausible } from './percent-implausible.ts';
import { percentOver100 } from './percent-over-100.ts';
import { planAllInDecember } from './plan-all-in-december.ts';
import { planAmountNotPercent } from './plan-amount-not-percent.ts';
import { planBlank } from './plan-blank.ts';
import { planDecreasing } from './plan-decreasing.ts';
import { planDefaultQuarters } from './plan-default-quarters.ts';
import { planFlat } from './plan-flat.ts';
import { planPercentSignMissing } from './plan-percent-sign-missing.ts';
import { planYearEndMissing } from './plan-year-end-missing.ts';
import { planYearEndNot100 } from './plan-year-end-not-100.ts';
import { qualitativeNoBaseline } from './qualitative-no-baseline.ts';
import { qualityHoldsCount } from './quality-holds-count.ts';
import { quantityHoldsRate } from './quantity-holds-rate.ts';
import { quantityNotNumeric } from './quantity-not-numeric.ts';
import { recAssets } from './rec-assets.ts';
import { recCross } from './rec-cross.ts';
import { recEconHierarchy } from './rec-econ-hierarchy.ts';
import { recEmptyTable } from './rec-empty-table.ts';
import { recExpenditureList } from './rec-expenditure-list.ts';
import { recFuncHierarchy } from './rec-func-hierarchy.ts';
import { recNarrative } from './rec-narrative.ts';
import { recRetire } from './rec-retire.ts';
import { recRowSum } from './rec-row-sum.ts';
import { recSangong } from './rec-sangong.ts';
import { recSocial } from './rec-social.ts';
import { recToc9 } from './rec-toc9.ts';
import { recTotalBalance } from './rec-total-balance.ts';
import { recYunxing } from './rec-yunxing.ts';
import type { Rule } from './rule.ts';
import { satisfactionFlat } from './satisfaction-flat.ts';
import { satisfactionMisplaced } from './satisfaction-misplaced.ts';
import { satisfactionOperator } from './satisfaction-operator.ts';
import { timeIsPayment } from './time-is-payment.ts';
import { timeNotMeasurable } from './time-not-measurable.ts';
import { timeRateVsDate } from './time-rate-vs-date.ts';
import { timeWrongKind } from './time-wrong-kind.ts';
import { unitCodeInconsistent } from './unit-code-inconsistent.ts';
import { unitCostDenominatorMissing } from './unit-cost-denominator-missing.ts';
import { unitMissing } from './unit-missing.ts';
import { unitOdd } from './unit-odd.ts';
import { valueRepeatsName } from './value-repeats-name.ts';
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
  planPercentSignMissing,
  planYearEndMissing,
  planYearEndNot100,
  planDecreasing,
  planFlat,
  planBlank,
  planAllInDecember,
  planDefaultQuarters,
  missingOutputL2,
  missingBenefit,
  missingSatisfaction,
  l2Order,
  identicalIndicatorSets,
  goalReused,
  goalEqualsUsage,
  goalNotQuantified,
  dateCorrupt,
  percentImplausible,
  operatorMissing,
  operatorLookalike,
  unitMissing,
  unitOdd,
  unitCostDenominatorMissing,
  valueYesNo,
  valueRepeatsName,
  quantityNotNumeric,
  quantityHoldsRate,
  qualityHoldsCount,
  timeNotMeasurable,
  timeWrongKind,
  timeRateVsDate,
  timeIsPayment,
  dateYear,
  percentOver100,
  dateHedged,
  costIsExecutionRate,
  costNotNumeric,
  costOperatorInverted,
  costOperatorMissing,
  costVsBudget,
  economicBenefitNotEconomic,
  satisfactionOperator,
  satisfactionMisplaced,
  satisfactionFlat,
  qualitativeNoBaseline,
  descriptionRepeatsName,
  basisGeneric,
  basisSecret,
  basisStale,
  recTotalBalance,
  recExpenditureList,
  recFuncHierarchy,
  recRowSum,
  recEconHierarchy,
  recCross,
  recSangong,
  recSocial,
  recRetire,
  recNarrative,
  recYunxing,
  recAssets,
  recEmptyTable,
  recToc9
];
