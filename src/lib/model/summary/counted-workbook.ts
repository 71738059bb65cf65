import type { FormName } from '../workbook.ts';
import type { WorkbookSummary } from './summary.ts';

/** A workbook of the device with what 汇总 counts of it. */
export interface CountedWorkbook extends WorkbookSummary {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
}

/** Which workbooks are counted; null for all. */
export interface SummaryFilter {
  /** In digits; empty for those without a year. */
  readonly year: string | null;
  /** The name of a unit; empty for projects without one. */
  readonly unit: string | null;
  readonly form: FormName | null;
}

/**
 * The workbooks that pass a filter. With a unit they keep its projects and indicators alone; their
 * problems stay whole, since a problem may lie in what no unit has for itself.
 */
export function filterWorkbooks(
  workbooks: readonly CountedWorkbook[],
  { year, unit, form }: SummaryFilter
): readonly CountedWorkbook[] {
  const passed = workbooks.filter(
    (one) =>
      (year === null || yearText(one) === year) &&
      (form === null || one.form === form) &&
      (unit === null || one.units.includes(unit))
  );
  if (unit === null) return passed;
  return passed.map((one) => ({
    ...one,
    projects: one.projects.filter((project) => project.unit === unit),
    indicators: one.indicators.filter((indicator) => indicator.unit === unit)
  }));
}

/** What there is to choose from. */
export interface FilterChoices {
  /** The latest first; empty where a workbook has none. */
  readonly years: readonly string[];
  readonly units: readonly string[];
  readonly forms: readonly FormName[];
}

const NAMES = new Intl.Collator('zh-CN', { numeric: true });

/** The years, units and forms of some workbooks. */
export function choicesOf(workbooks: readonly CountedWorkbook[]): FilterChoices {
  const years = new Set(workbooks.map(yearText));
  const units = new Set(workbooks.flatMap((one) => one.units));
  const forms = new Set(workbooks.map(({ form }) => form));
  return {
    years: [...years].sort((a, b) => Number(b) - Number(a)),
    units: [...units].sort(NAMES.compare),
    forms: [...forms].sort()
  };
}

function yearText({ year }: CountedWorkbook): string {
  return year === null ? '' : String(year);
}
