import type { TallyLine } from '../problem-tally.ts';
import type { IndicatorCount, ProjectSummary, WorkbookSummary } from './summary.ts';

/**
 * A summary without the names of its properties, a unit by its place among the units: hundreds of them are
 * read at once, and that takes as long as they are.
 */
type Packed = readonly [
  form: WorkbookSummary['form'],
  units: WorkbookSummary['units'],
  projects: readonly (readonly [sheet: string, name: string, unit: number, amount: string])[],
  indicators: readonly (readonly [
    unit: number,
    level1: string,
    level2: string,
    count: number,
    sheet: string
  ])[],
  problems: readonly (readonly [
    code: string,
    title: string,
    severity: TallyLine['severity'],
    count: number
  ])[]
];

/** A summary as a text to keep. */
export function writeSummary(summary: WorkbookSummary): string {
  const { form, units, projects, indicators, problems } = summary;
  const placeOf = (unit: string) => units.indexOf(unit);
  const packed: Packed = [
    form,
    units,
    projects.map(({ sheet, name, unit, amount }) => [sheet, name, placeOf(unit), amount]),
    indicators.map(({ unit, level1, level2, count, sheet }) => [
      placeOf(unit),
      level1,
      level2,
      count,
      sheet
    ]),
    problems.map(({ code, title, severity, count }) => [code, title, severity, count])
  ];
  return JSON.stringify(packed);
}

/** The summary of a text that `writeSummary` of the same version wrote. */
export function readSummary(text: string): WorkbookSummary {
  const [form, units, projects, indicators, problems] = JSON.parse(text) as Packed;
  return {
    form,
    units,
    projects: projects.map(([sheet, name, unit, amount]): ProjectSummary => ({
      sheet,
      name,
      unit: units[unit]!,
      amount
    })),
    indicators: indicators.map(([unit, level1, level2, count, sheet]): IndicatorCount => ({
      unit: units[unit]!,
      level1,
      level2,
      count,
      sheet
    })),
    problems: problems.map(([code, title, severity, count]): TallyLine => ({
      code,
      title,
      severity,
      count,
      papers: 1
    }))
  };
}
