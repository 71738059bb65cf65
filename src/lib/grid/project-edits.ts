import type { Change, Edit } from '#lib/model/edit.ts';
import { PROJECT_FIELDS } from '#lib/model/fields.ts';
import { newSheetFor } from '#lib/model/new-sheet.ts';
import { projectTitle, renamedProject } from '#lib/model/project-name.ts';
import {
  fieldText,
  findSheet,
  sheetName,
  type Row,
  type Sheet,
  type Workbook
} from '#lib/model/workbook.ts';
import { NUMBER } from './project-columns.ts';

/**
 * What a gesture in the table of projects changes in the workbook: a cell is a field of its sheet, a row
 * is the sheet. Changes of what is only computed are left out.
 */
export function editOfProjects(workbook: Workbook, { label, changes }: Edit): Edit {
  let grown = workbook;
  const written = changes.flatMap((change): readonly Change[] => {
    if (change.do !== 'insert') return writtenChange(workbook, change);
    const added = newProjects(grown, change);
    const sheets = added.map(({ sheet }) => sheet);
    grown = { ...grown, sheets: [...grown.sheets, ...sheets] };
    return added;
  });
  return { label: labelOf(workbook, changes) ?? label, changes: written };
}

function writtenChange(workbook: Workbook, change: Change): readonly Change[] {
  switch (change.do) {
    case 'cell':
      return cellChanges(workbook, change);
    case 'delete':
      return change.rows.map((sheet) => ({ do: 'delete-sheet', sheet }));
    case 'restore':
      return change.rows.map((sheet) => ({ do: 'restore-sheet', sheet }));
    case 'move':
      return inTurn(change.rows, change.after ?? beforeProjects(workbook)).map(
        ([sheet, after]): Change => ({ do: 'move-sheet', sheet, after })
      );
    case 'columns':
      return [];
    default:
      return [change];
  }
}

function cellChanges(
  workbook: Workbook,
  { row, column, text }: Extract<Change, { do: 'cell' }>
): readonly Change[] {
  const sheet = findSheet(workbook, row);
  if (!sheet) return [];
  if (column === NUMBER) return [{ do: 'sheet', sheet: row, property: 'number', text }];
  if (!PROJECT_FIELDS.some(({ id }) => id === column)) return [];
  if (column === 'projectName') return renamedProject(sheet, text);
  return [{ do: 'field', sheet: row, field: column, text }];
}

function newProjects(
  workbook: Workbook,
  { after, rows }: Extract<Change, { do: 'insert' }>
): Extract<Change, { do: 'insert-sheet' }>[] {
  let grown = workbook;
  let above = after ?? beforeProjects(workbook);
  return rows.map((row) => {
    const sheet = newProject(grown, row);
    const change = { do: 'insert-sheet', sheet, after: above } as const;
    grown = { ...grown, sheets: [...grown.sheets, sheet] };
    above = sheet.id;
    return change;
  });
}

/** A new project sheet with what was typed or pasted into its row. */
function newProject(workbook: Workbook, { id, cells }: Row): Sheet {
  const { sheet } = newSheetFor(workbook, 'project');
  const given = PROJECT_FIELDS.flatMap(({ id }) => {
    const text = cells[id] ?? '';
    return text === '' ? [] : [[id, text] as const];
  });
  const fields = { ...sheet.fields, ...Object.fromEntries(given) };
  const name = fieldText({ fields }, 'projectName');
  return {
    ...sheet,
    id,
    number: cells[NUMBER] ?? sheet.number,
    title: name === '' ? sheet.title : projectTitle(name),
    fields
  };
}

/** Each sheet with the one that it then stands after. */
function inTurn(sheets: readonly string[], after: string | null): [string, string | null][] {
  return sheets.map((sheet, at) => [sheet, at === 0 ? after : sheets[at - 1]!]);
}

/** The sheet that stands before the first project; null where that is the first sheet. */
function beforeProjects({ sheets }: Workbook): string | null {
  const first = sheets.findIndex(({ kind }) => kind === 'project');
  return (first < 0 ? sheets.at(-1) : sheets[first - 1])?.id ?? null;
}

/** What is done to whole projects, in the words of the outline; null for what is done to cells. */
function labelOf(workbook: Workbook, changes: readonly Change[]): string | null {
  const [change] = changes;
  if (changes.length !== 1 || !change) return null;
  if (change.do === 'insert') return countOf('添加', change.rows.length);
  const words = { delete: '删除', restore: '恢复', move: '移动' };
  if (change.do !== 'delete' && change.do !== 'restore' && change.do !== 'move') return null;
  const [only] = change.rows;
  const sheet = change.rows.length === 1 ? findSheet(workbook, only) : undefined;
  const done = words[change.do];
  return sheet ? `${done}“${sheetName(sheet)}”` : countOf(done, change.rows.length);
}

function countOf(done: string, projects: number): string {
  return `${done} ${projects} 个项目`;
}
