import { projectNamedIn } from '../brief-layout.ts';
import { readMoney } from '../decimal.ts';
import type { TallyLine } from '../problem-tally.ts';
import { projectName } from '../project-name.ts';
import { projectAmount } from '../project-totals.ts';
import { cellText, fieldText, type FormName, type Sheet, type Workbook } from '../workbook.ts';

/** Raised whenever a summary says something else of the same workbook: older ones are made anew then. */
export const SUMMARY_VERSION = 1;

/** What 汇总 counts of one workbook. It is kept, so that no document is opened to show it. */
export interface WorkbookSummary {
  readonly form: FormName;
  /** The units that it has projects of, as its tables name them; its department where it has none. */
  readonly units: readonly string[];
  readonly projects: readonly ProjectSummary[];
  readonly indicators: readonly IndicatorCount[];
  /** The problems by rule and severity; waived ones are not counted. */
  readonly problems: readonly TallyLine[];
}

/** One project: a project sheet, or a brief whose project has no sheet of its own. */
export interface ProjectSummary {
  /** The id of its sheet. */
  readonly sheet: string;
  readonly name: string;
  readonly unit: string;
  /** The budget in 万元, exactly; empty where there is none, or none that can be read. */
  readonly amount: string;
}

/** How many indicators of a kind the projects of one unit have. */
export interface IndicatorCount {
  readonly unit: string;
  /** As the sheets write them; empty where they are not filled in. */
  readonly level1: string;
  readonly level2: string;
  readonly count: number;
  /** The id of the first sheet that has one. */
  readonly sheet: string;
}

/** Counts a workbook. `problems` is the tally of its check. */
export function summaryOf(workbook: Workbook, problems: readonly TallyLine[]): WorkbookSummary {
  const sheets = workbook.sheets.filter(({ kind }) => kind === 'project');
  const named = new Set(sheets.map((sheet) => plain(projectName(sheet))));
  const briefs = workbook.sheets.filter(
    (sheet) => sheet.kind === 'brief' && !named.has(plain(briefName(sheet)))
  );
  const projects = [
    ...sheets.map((sheet) => projectOf(workbook, sheet)),
    ...briefs.map((sheet) => briefOf(workbook, sheet))
  ];
  const units = [...new Set(projects.map(({ unit }) => unit))];
  return {
    form: workbook.form,
    units: units.length > 0 ? units : [workbook.department.trim()],
    projects,
    indicators: indicatorsOf(workbook, sheets),
    problems
  };
}

function projectOf(workbook: Workbook, sheet: Sheet): ProjectSummary {
  return {
    sheet: sheet.id,
    name: projectName(sheet),
    unit: unitOf(workbook, sheet),
    amount: projectAmount(sheet, 'budget')?.toFixed() ?? ''
  };
}

function briefOf(workbook: Workbook, sheet: Sheet): ProjectSummary {
  return {
    sheet: sheet.id,
    name: briefName(sheet),
    unit: unitOf(workbook, sheet),
    amount: readMoney(fieldText(sheet, 'fundsTotal'))?.toFixed() ?? ''
  };
}

function briefName(sheet: Sheet): string {
  return fieldText(sheet, 'projectName') || projectNamedIn(sheet.title) || sheet.title;
}

/** The name of the unit, since a code says nothing to a reader and not every table prints one. */
function unitOf({ department }: Workbook, sheet: Sheet): string {
  return fieldText(sheet, 'unitName').trim() || department.trim();
}

function indicatorsOf(workbook: Workbook, sheets: readonly Sheet[]): readonly IndicatorCount[] {
  const counts = new Map<string, IndicatorCount>();
  for (const sheet of sheets) {
    const unit = unitOf(workbook, sheet);
    for (const row of sheet.rows) {
      const level1 = cellText(row, 'level1').trim();
      const level2 = cellText(row, 'level2').trim();
      const key = JSON.stringify([unit, level1, level2]);
      const known = counts.get(key);
      const count = (known?.count ?? 0) + 1;
      counts.set(
        key,
        known ? { ...known, count } : { unit, level1, level2, count, sheet: sheet.id }
      );
    }
  }
  return [...counts.values()];
}

/** A name for comparing: layouts put spaces into names. */
function plain(name: string): string {
  return name.replace(/\s/g, '');
}
