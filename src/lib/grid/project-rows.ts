import { createSheet } from '#lib/model/create.ts';
import { formatAmount } from '#lib/model/decimal.ts';
import { fundingDifference } from '#lib/model/funding.ts';
import { PROJECT_FIELDS } from '#lib/model/fields.ts';
import type { Problem } from '#lib/model/problem.ts';
import { projectName } from '#lib/model/project-name.ts';
import { indicatorsByLevel } from '#lib/model/project-totals.ts';
import { fieldText, type Place, type Row, type Sheet } from '#lib/model/workbook.ts';
import type { GridColumn } from './columns.ts';
import { DIFFERENCE, INDICATORS, levelColumn, NUMBER, PROBLEMS } from './project-columns.ts';

/** The id of the table whose rows are the projects of a workbook. */
export const ALL_PROJECTS_SHEET = 'all-projects';

/** What a row was made from. */
interface Known {
  readonly problems: number;
  readonly row: Row;
}

const known = new WeakMap<Sheet, Known>();

/**
 * Project sheets as a table: each is a row with the id of its sheet, its fields in the cells. `problems`
 * says how many are open on a sheet. A sheet that has not changed keeps its row.
 */
export function tableOfProjects(
  projects: readonly Sheet[],
  columns: readonly GridColumn[],
  problems: (sheet: string) => number
): Sheet {
  return createSheet('free', {
    id: ALL_PROJECTS_SHEET,
    title: '项目总表',
    columns: columns.map(({ id, title }) => ({ id, title })),
    rows: projects.map((sheet) => rowOf(sheet, problems(sheet.id)))
  });
}

function rowOf(sheet: Sheet, problems: number): Row {
  const before = known.get(sheet);
  if (before?.problems === problems) return before.row;
  const row = { id: sheet.id, cells: cellsOf(sheet, problems) };
  known.set(sheet, { problems, row });
  return row;
}

function cellsOf(sheet: Sheet, problems: number): Row['cells'] {
  const levels = indicatorsByLevel([sheet]);
  return {
    ...Object.fromEntries(PROJECT_FIELDS.map(({ id }) => [id, fieldText(sheet, id)])),
    [NUMBER]: sheet.number,
    projectName: projectName(sheet),
    [DIFFERENCE]: differenceText(sheet),
    [INDICATORS]: String(sheet.rows.length),
    ...Object.fromEntries([...levels].map(([level, count]) => [levelColumn(level), String(count)])),
    [PROBLEMS]: problems === 0 ? '' : String(problems)
  };
}

/** Blank where the sources make the budget, or where there is none; a dash where one cannot be read. */
function differenceText(sheet: Sheet): string {
  const difference = fundingDifference(sheet);
  if (difference === null) return fieldText(sheet, 'budget').trim() === '' ? '' : '—';
  return difference.isZero() ? '' : formatAmount(difference);
}

/** The cell of the table that shows a place of a project; null where none does. */
export function projectCell({ sheet, row, field }: Place): Place | null {
  if (sheet === undefined || row !== undefined || field === undefined) return null;
  return { sheet: ALL_PROJECTS_SHEET, row: sheet, column: field };
}

/** The place of a project that a cell of the table shows; the sheet where it shows no field of it. */
export function placeOfProjectCell({ row, column }: Place): Place {
  const isField = PROJECT_FIELDS.some(({ id }) => id === column);
  return {
    ...(row !== undefined && { sheet: row }),
    ...(isField && column !== undefined && { field: column })
  };
}

const moved = new WeakMap<Problem, Problem>();

/** Problems of fields at the cells of the table; those of rows, and of whole sheets, are left out. */
export function problemsInTable(problems: readonly Problem[]): readonly Problem[] {
  return problems.flatMap((problem) => {
    const place = projectCell(problem.place);
    if (!place) return [];
    const inTable = moved.get(problem) ?? { ...problem, place };
    moved.set(problem, inTable);
    return [inTable];
  });
}
