import type { Severity } from '../problem.ts';
import { addTallies, type TallyLine } from '../problem-tally.ts';
import type { CountedWorkbook } from './counted-workbook.ts';
import type { WorkbookCount } from './indicators-by-kind.ts';

/** The problems of some workbooks by rule and severity: the gravest first, then the most frequent. */
export function problemsByRule(workbooks: readonly CountedWorkbook[]): readonly TallyLine[] {
  return addTallies(workbooks.map(({ problems }) => problems));
}

/** The workbooks in which a rule speaks with a severity, those with the most problems first. */
export function workbooksBreaking(
  workbooks: readonly CountedWorkbook[],
  code: string,
  severity: Severity
): readonly WorkbookCount[] {
  return workbooks
    .map((workbook): WorkbookCount => {
      const line = workbook.problems.find((one) => one.code === code && one.severity === severity);
      return { workbook, count: line?.count ?? 0, sheet: null };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
