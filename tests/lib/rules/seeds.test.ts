import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { check } from '#lib/rules/check.ts';

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);

/** How often each rule speaks about each real paper; every finding was looked at by eye. */
const COUNTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '000': {
    'basis-generic': 54,
    'cost-is-execution-rate': 9,
    'date-corrupt': 1,
    'description-repeats-name': 52,
    'economic-benefit-not-economic': 4,
    'goal-equals-usage': 3,
    'goal-not-quantified': 9,
    'goal-reused': 5,
    'identical-indicator-sets': 5,
    // 成本 stands before 时效 in all tables that were copied from one.
    'l2-order': 7,
    'operator-missing': 2,
    'other-funds-blank': 9,
    'plan-all-in-december': 2,
    'plan-blank': 3,
    'plan-default-quarters': 4,
    'quantity-holds-rate': 9,
    // ≥90% in all nine projects.
    'satisfaction-flat': 1,
    // The text begins with part one: no cover that names who examined it, and no 目录.
    'toc-missing': 2,
    typo: 1,
    'value-repeats-name': 3
  },
  '001': {
    'basis-generic': 50,
    'cost-is-execution-rate': 2,
    'cost-not-numeric': 9,
    'description-repeats-name': 24,
    'economic-benefit-not-economic': 6,
    'goal-equals-usage': 2,
    'goal-not-quantified': 11,
    'indicator-irrelevant': 2,
    'missing-satisfaction': 11,
    'operator-missing': 1,
    'other-funds-blank': 11,
    // All eleven projects have the same quarters.
    'plan-default-quarters': 11,
    // 进一步…, 按要求… and the like, nowhere a grade.
    'qualitative-no-baseline': 16,
    'quantity-holds-rate': 2,
    'quantity-not-numeric': 9,
    'time-is-payment': 6,
    'time-not-measurable': 3,
    'time-wrong-kind': 1,
    // A cover, and then part one without a 目录.
    'toc-missing': 1,
    'truncated-text': 1,
    'unit-missing': 1,
    'value-repeats-name': 3,
    'value-yes-no': 9
  },
  '002': {
    'basis-generic': 68,
    'copy-paste-foreign-unit': 1,
    'cost-operator-inverted': 1,
    'cost-operator-missing': 6,
    'date-corrupt': 1,
    'date-hedged': 1,
    'description-repeats-name': 1,
    'economic-benefit-not-economic': 7,
    'goal-not-quantified': 8,
    'l2-order': 4,
    'operator-missing': 3,
    'other-funds-blank': 10,
    'percent-implausible': 2,
    'plan-all-in-december': 1,
    'plan-amount-not-percent': 9,
    'plan-blank': 1,
    'plan-flat': 1,
    // The one plan of ten that holds percents, since its budget is 100.
    'plan-percent-sign-missing': 1,
    'plan-year-end-missing': 1,
    'quality-holds-count': 1,
    'quantity-holds-rate': 1,
    'satisfaction-operator': 1,
    'stale-politics': 1,
    // Every 时效 row of this paper times the payment.
    'time-is-payment': 10,
    'time-rate-vs-date': 4,
    // The 目录 calls one project by a longer name than its table.
    'toc-mismatch': 1,
    'unit-odd': 1,
    'year-mismatch': 1
  },
  '003': {
    'copy-paste-foreign-unit': 1,
    'count-claim': 3,
    'debt-in-project': 1,
    'duplicate-text': 1,
    'goal-list-vs-project': 1,
    'money-unit-missing': 1,
    'money-unit-mixed': 1,
    'narrative-no-breakdown': 2,
    'narrative-parts-sum': 4,
    numbering: 2,
    'personal-info': 2,
    'project-name-inconsistent': 1,
    // Each brief ends by pointing at a list, and the paper has none.
    'referenced-list-missing': 15,
    'section-content-wrong': 2,
    'stale-politics': 1,
    'table-fragment': 1,
    // No cover, and no 目录.
    'toc-missing': 2,
    // Three slips, each in the list of goals, in an overview and in its goals.
    typo: 9
  },
  '004': {
    'basis-generic': 85,
    // Five projects say 涉密 in nearly every row.
    'basis-secret': 32,
    'basis-stale': 4,
    // The tables lack just the 36.44 that the disclosure carries over.
    'carry-over-without-target': 2,
    'cost-operator-missing': 1,
    'count-claim': 1,
    'description-repeats-name': 15,
    'goal-not-quantified': 18,
    // The annex of a disclosure prints no header block.
    'header-block-missing': 24,
    'l2-order': 8,
    'missing-satisfaction': 1,
    // The scan lost 单位：万元 above seven of the nine tables.
    'money-unit-line-missing': 7,
    'operator-lookalike': 1,
    'operator-missing': 5,
    'procurement-vs-projects': 2,
    'quantity-holds-rate': 9,
    'satisfaction-flat': 1,
    'spending-structure-outlier': 1,
    'term-inconsistent': 2,
    'time-is-payment': 2,
    'unit-cost-denominator-missing': 1,
    'unit-odd': 2
  }
};

// The real papers lie beside the project only where it is developed; elsewhere this is skipped.
describe.skipIf(!existsSync(SEEDS))('real papers', () => {
  it.each(Object.keys(COUNTS))('%s has the problems that a reviewer found in it', (number) => {
    const file = readdirSync(SEEDS).find((name) => name.startsWith(number))!;
    const result = importText(readFileSync(new URL(file, SEEDS), 'utf8'));
    if (!('workbook' in result)) throw new Error(`${file} was refused`);
    const counts: Record<string, number> = {};
    for (const { code } of check(result.workbook)) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual(COUNTS[number]);
  });
});
