import type { Problem } from '#lib/model/problem.ts';
import type { OwnRule } from '#lib/model/settings/own-rule.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createChecker } from '#lib/rules/check.ts';

/** What an own rule would find in a workbook, before it is one of its rules. */
export function tryOwnRule(workbook: Workbook, rule: OwnRule): readonly Problem[] {
  const settings = { severities: {}, rules: [{ ...rule, active: true }] };
  return createChecker([]).check({ ...workbook, waivers: [], settings }).problems;
}
