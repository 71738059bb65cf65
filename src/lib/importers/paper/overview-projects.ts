import { createSheet } from '#lib/model/create.ts';
import { INDICATOR_COLUMNS, PROJECT_FIELDS } from '#lib/model/fields.ts';
import type { IdSource } from '#lib/model/ids.ts';
import { PART_TWO } from '#lib/model/outline.ts';
import type { Row, Sheet } from '#lib/model/workbook.ts';
import type { Ledger } from './ledger.ts';
import { isField, type OverviewColumn, type OverviewTable } from './overview-tables.ts';
import { filledCells, type PrintedRow } from './printed-row.ts';

/** An indicator without texts. */
const BLANK = Object.fromEntries(INDICATOR_COLUMNS.map(({ id }) => [id, '']));

/** A project as an overview has it: the fields that are not empty, and the indicators. */
interface OverviewProject {
  readonly id: string;
  readonly fields: Record<string, string>;
  readonly rows: Row[];
}

/**
 * The projects of overviews as sheets, in the order in which they first stand there; the lines of a
 * project go together wherever they stand. A blank code or name is that of the row above, as where
 * cells are merged.
 */
export function readOverviewProjects(
  overviews: readonly OverviewTable[],
  ids: IdSource,
  ledger: Ledger
): Sheet[] {
  const projects = new Map<string, OverviewProject>();
  for (const { columns, rows } of overviews) {
    const [titles, ...body] = rows;
    for (const { line } of titles!) ledger.recognise(line);
    let above = { projectCode: '', projectName: '' };
    for (const printed of body) {
      const { fields, cells } = sortOut(printed, columns);
      const { projectCode = '', projectName = '' } = fields;
      if (projectCode + projectName !== '') above = { projectCode, projectName };
      const key = above.projectCode || above.projectName;
      const project = projects.get(key) ?? { id: ids(), fields: {}, rows: [] };
      projects.set(key, project);
      Object.assign(project.fields, above, fields);
      if (Object.keys(cells).length > 0)
        project.rows.push({ id: ids(), cells: { ...BLANK, ...cells } });
      accountFor(printed, columns, project.id, ledger);
    }
  }
  for (const { id, fields, rows } of projects.values()) {
    const text = `项目“${fields.projectName || fields.projectCode}”，${rows.length} 行指标。`;
    ledger.note('recognised', overviews[0]!.rows[0]![0]!.line, text, { sheet: id });
  }
  return [...projects.values()].map(sheetOf);
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

function sheetOf({ id, fields, rows }: OverviewProject): Sheet {
  const name = fields.projectName || fields.projectCode || '';
  return createSheet('project', {
    id,
    title: `${name}绩效目标表`,
    path: [PART_TWO],
    fields: { ...Object.fromEntries(PROJECT_FIELDS.map((field) => [field.id, ''])), ...fields },
    rows
  });
}
