import { createSheet } from '#lib/model/create.ts';
import { INDICATOR_COLUMNS, PROJECT_FIELDS } from '#lib/model/fields.ts';
import type { IdSource } from '#lib/model/ids.ts';
import { PART_TWO } from '#lib/model/outline.ts';
import type { Row, Sheet } from '#lib/model/workbook.ts';
import type { Ledger } from '../ledger.ts';
import {
  isField,
  recogniseOverviews,
  type OverviewColumn,
  type OverviewTable
} from './overview-tables.ts';
import { filledCells, type PrintedRow } from '../layouts/printed-row.ts';
import type { PrintedSheet } from '../project/project-table.ts';

/** An indicator without texts. */
const BLANK = Object.fromEntries(INDICATOR_COLUMNS.map(({ id }) => [id, '']));

/**
 * The projects that stand in overviews only. Those of a paper have tables of their own, and of overviews
 * beside them it is only said that they are there.
 */
export function readOverviews(
  overviews: readonly OverviewTable[],
  sheets: readonly (Sheet | PrintedSheet)[],
  ids: IdSource,
  ledger: Ledger
): PrintedSheet[] {
  if (!sheets.some((sheet) => 'mergedText' in sheet)) return readProjects(overviews, ids, ledger);
  recogniseOverviews(overviews, ledger);
  return [];
}

/** A project as an overview has it: the fields that are not empty, and the indicators. */
interface OverviewProject {
  readonly id: string;
  readonly line: number;
  readonly fields: Record<string, string>;
  readonly rows: Row[];
  readonly lineOf: Map<string, number>;
}

/**
 * The projects of overviews as sheets, in the order in which they first stand there; the lines of a
 * project go together wherever they stand. A blank code or name is that of the row above, as where
 * cells are merged.
 */
function readProjects(
  overviews: readonly OverviewTable[],
  ids: IdSource,
  ledger: Ledger
): PrintedSheet[] {
  const projects = new Map<string, OverviewProject>();
  for (const { kind, columns, rows } of overviews) {
    const [titles, ...body] = rows;
    for (const { line } of titles!) ledger.recognise(line);
    let above = { projectCode: '', projectName: '' };
    for (const printed of body) {
      const { fields, cells } = sortOut(printed, columns);
      const { projectCode = '', projectName = '' } = fields;
      if (projectCode + projectName !== '') above = { projectCode, projectName };
      else if (kind === 'projects') {
        // 合计 below the projects.
        ledger.recognise(printed[0]!.line);
        continue;
      }
      const key = `${above.projectCode}\n${above.projectName}`;
      const { line } = printed[0]!;
      const project = projects.get(key) ?? newProject(ids(), line);
      projects.set(key, project);
      Object.assign(project.fields, above, fields);
      if (Object.keys(cells).length > 0) addIndicator(project, ids(), cells, line);
      accountFor(printed, columns, project.id, ledger);
    }
  }
  return [...projects.values()].map((project) => {
    const sheet = sheetOf(project);
    const text = `总表中的项目“${nameOf(project)}”，${sheet.rows.length} 行指标。`;
    ledger.note('recognised', project.line, text, { sheet: sheet.id });
    return { sheet, mergedText: 'first-row', line: project.line, lineOf: project.lineOf };
  });
}

function newProject(id: string, line: number): OverviewProject {
  return { id, line, fields: {}, rows: [], lineOf: new Map() };
}

function addIndicator(
  { rows, lineOf }: OverviewProject,
  id: string,
  cells: Readonly<Record<string, string>>,
  line: number
): void {
  rows.push({ id, cells: { ...BLANK, ...cells } });
  lineOf.set(id, line);
}

/** The texts of a row by field and by column of the indicators. */
function sortOut(printed: PrintedRow, columns: readonly OverviewColumn[]) {
  const fields: Record<string, string> = {};
  const cells: Record<string, string> = {};
  printed.forEach(({ text }, index) => {
    const column = columns[index];
    if (text === '' || !column || column === 'made') return;
    if (isField(column)) fields[column.field] = text;
    else cells[column.column] = text;
  });
  return { fields, cells };
}

function accountFor(
  printed: PrintedRow,
  columns: readonly OverviewColumn[],
  sheet: string,
  ledger: Ledger
): void {
  printed.forEach((cell, index) => {
    if (cell.text !== '' && columns[index]) ledger.place(cell.line);
  });
  const left = filledCells(printed.filter((_, index) => !columns[index]));
  for (const { line, text } of left) ledger.leave(line, text, { sheet });
}

function nameOf({ fields }: OverviewProject): string {
  return fields.projectName || fields.projectCode || '';
}

function sheetOf(project: OverviewProject): Sheet {
  const { id, fields, rows } = project;
  return createSheet('project', {
    id,
    title: `${nameOf(project)}绩效目标表`,
    path: [PART_TWO],
    fields: { ...Object.fromEntries(PROJECT_FIELDS.map((field) => [field.id, ''])), ...fields },
    rows
  });
}
