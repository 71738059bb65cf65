import { amountFormat } from './amount-format.ts';
import { basisGeneric } from './basis-generic.ts';
import { basisSecret } from './basis-secret.ts';
import { basisStale } from './basis-stale.ts';
import { carryOverWithoutTarget } from './carry-over-without-target.ts';
import { codeChecksum } from './code-checksum.ts';
import { codeDuplicate } from './code-duplicate.ts';
import { codeFormat } from './code-format.ts';
import { codeRegion } from './code-region.ts';
import { codeYear } from './code-year.ts';
import { copyPasteForeignUnit } from './copy-paste-foreign-unit.ts';
import { costIsExecutionRate } from './cost-is-execution-rate.ts';
import { costNotNumeric } from './cost-not-numeric.ts';
import { costOperatorInverted } from './cost-operator-inverted.ts';
import { costOperatorMissing } from './cost-operator-missing.ts';
import { costVsBudget } from './cost-vs-budget.ts';
import { countClaim } from './count-claim.ts';
import { dateCorrupt } from './date-corrupt.ts';
import { dateHedged } from './date-hedged.ts';
import { dateYear } from './date-year.ts';
import { debtInProject } from './debt-in-project.ts';
import { declaredNone } from './declared-none.ts';
import { descriptionRepeatsName } from './description-repeats-name.ts';
import { duplicateText } from './duplicate-text.ts';
import { economicBenefitNotEconomic } from './economic-benefit-not-economic.ts';
import { fundingSum } from './funding-sum.ts';
import { goalEqualsUsage } from './goal-equals-usage.ts';
import { goalListVsProject } from './goal-list-vs-project.ts';
import { goalNotQuantified } from './goal-not-quantified.ts';
import { goalReused } from './goal-reused.ts';
import { headerBlockMissing } from './header-block-missing.ts';
import { identicalIndicatorSets } from './identical-indicator-sets.ts';
import { indicatorIrrelevant } from './indicator-irrelevant.ts';
import { l2Order } from './l2-order.ts';
import { missingBenefit } from './missing-benefit.ts';
import { missingOutputL2 } from './missing-output-l2.ts';
import { missingSatisfaction } from './missing-satisfaction.ts';
import { moneyUnitLineMissing } from './money-unit-line-missing.ts';
import { moneyUnitMissing } from './money-unit-missing.ts';
import { moneyUnitMixed } from './money-unit-mixed.ts';
import { narrativeNoBreakdown } from './narrative-no-breakdown.ts';
import { narrativePartsSum } from './narrative-parts-sum.ts';
import { narrativeVsTable } from './narrative-vs-table.ts';
import { numbering } from './numbering.ts';
import { operatorLookalike } from './operator-lookalike.ts';
import { operatorMissing } from './operator-missing.ts';
import { otherFundsBlank } from './other-funds-blank.ts';
import { percentImplausible } from './percent-implausible.ts';
import { percentOver100 } from './percent-over-100.ts';
import { personalInfo } from './personal-info.ts';
import { planAllInDecember } from './plan-all-in-december.ts';
import { planAmountNotPercent } from './plan-amount-not-percent.ts';
import { planBlank } from './plan-blank.ts';
import { planDecreasing } from './plan-decreasing.ts';
import { planDefaultQuarters } from './plan-default-quarters.ts';
import { planFlat } from './plan-flat.ts';
import { planPercentSignMissing } from './plan-percent-sign-missing.ts';
import { planYearEndMissing } from './plan-year-end-missing.ts';
import { planYearEndNot100 } from './plan-year-end-not-100.ts';
import { procurementVsProjects } from './procurement-vs-projects.ts';
import { projectNameInconsistent } from './project-name-inconsistent.ts';
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
import { referencedListMissing } from './referenced-list-missing.ts';
import type { Rule } from './rule.ts';
import { satisfactionFlat } from './satisfaction-flat.ts';
import { satisfactionMisplaced } from './satisfaction-misplaced.ts';
import { satisfactionOperator } from './satisfaction-operator.ts';
import { sectionContentWrong } from './section-content-wrong.ts';
import { spendingStructureOutlier } from './spending-structure-outlier.ts';
import { stalePolitics } from './stale-politics.ts';
import { tableFragment } from './table-fragment.ts';
import { targetsVsProjectSpending } from './targets-vs-project-spending.ts';
import { termInconsistent } from './term-inconsistent.ts';
import { timeIsPayment } from './time-is-payment.ts';
import { timeNotMeasurable } from './time-not-measurable.ts';
import { timeRateVsDate } from './time-rate-vs-date.ts';
import { timeWrongKind } from './time-wrong-kind.ts';
import { tocMismatch } from './toc-mismatch.ts';
import { tocMissing } from './toc-missing.ts';
import { truncatedText } from './truncated-text.ts';
import { typo } from './typo.ts';
import { unitCodeInconsistent } from './unit-code-inconsistent.ts';
import { unitCostDenominatorMissing } from './unit-cost-denominator-missing.ts';
import { unitMissing } from './unit-missing.ts';
import { unitOdd } from './unit-odd.ts';
import { valueRepeatsName } from './value-repeats-name.ts';
import { valueYesNo } from './value-yes-no.ts';
import { yearMismatch } from './year-mismatch.ts';

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
  carryOverWithoutTarget,
  targetsVsProjectSpending,
  declaredNone,
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
  indicatorIrrelevant,
  basisGeneric,
  basisSecret,
  basisStale,
  narrativePartsSum,
  narrativeNoBreakdown,
  moneyUnitMissing,
  moneyUnitMixed,
  moneyUnitLineMissing,
  countClaim,
  referencedListMissing,
  tableFragment,
  yearMismatch,
  stalePolitics,
  tocMismatch,
  tocMissing,
  sectionContentWrong,
  duplicateText,
  goalListVsProject,
  projectNameInconsistent,
  narrativeVsTable,
  procurementVsProjects,
  spendingStructureOutlier,
  termInconsistent,
  personalInfo,
  copyPasteForeignUnit,
  debtInProject,
  numbering,
  truncatedText,
  typo,
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
