import type { Change, Edit } from '#lib/model/edit.ts';
import { newId, type IdSource } from '#lib/model/ids.ts';
import { newSheetFor } from '#lib/model/new-sheet.ts';
import { TABLE_OF_TARGETS } from '#lib/model/project-name.ts';
import { rowPlaces } from '#lib/model/row-places.ts';
import { cellText, findSheet, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { projectIndex } from './project-index.ts';
import { readProjectBlock, type NamedCells } from './read-project-block.ts';

/** The rows of a pasted block that name one project. */
export interface PlacedRows {
  /** The project as the block writes it. */
  readonly named: string;
  readonly code: string;
  /** The ids of the sheets that it may mean: one where it is clear, none where no project is called so. */
  readonly sheets: readonly string[];
  readonly rows: readonly Row[];
}

/** Where rows go whose project is not known: into a sheet, into a new project, or nowhere. */
export type Destination = { readonly sheet: string } | 'new' | 'none';

/**
 * Sorts a pasted block whose first column names projects by project, in the order in which they first
 * stand there. A row without a name belongs with the one above, the first with `beside`, the project of
 * the line that was pasted at. Null where the block names no projects.
 */
export function placeRows(
  { sheets }: Workbook,
  block: readonly (readonly string[])[],
  beside: string | null,
  ids: IdSource = newId
): readonly PlacedRows[] | null {
  const projects = sheets.filter(({ kind }) => kind === 'project');
  const index = projectIndex(projects);
  const read = readProjectBlock(block);
  if (!read) return null;
  const groups = new Map<string, { placed: PlacedRows; rows: Row[] }>();
  let group: { placed: PlacedRows; rows: Row[] } | undefined;
  for (const named of read) {
    if (named.name !== '' || named.code !== '' || !group) {
      const sheets = sheetsOf(named, index.find, beside);
      const key = sheets.length === 1 ? sheets[0]! : JSON.stringify([named.code, named.name]);
      const rows: Row[] = [];
      const { name, code } = named;
      group = groups.get(key) ?? { placed: { named: name || code, code, sheets, rows }, rows };
      groups.set(key, group);
    }
    if (isFilled(named)) group.rows.push(rowOf(named, group.rows.at(-1), ids()));
  }
  return [...groups.values()].map(({ placed }) => placed).filter(({ rows }) => rows.length > 0);
}

/** Where the rows of a project go by themselves; null where somebody has to say so. */
export function clearDestination({ sheets }: PlacedRows): Destination | null {
  const [sheet] = sheets;
  return sheet !== undefined && sheets.length === 1 ? { sheet } : null;
}

/**
 * The edit that puts placed rows into their projects, each below those of its levels, and into new
 * projects after the last one. `destinations` says where those go that are not clear; nowhere where it
 * does not.
 */
export function editOfPlacing(
  workbook: Workbook,
  placed: readonly PlacedRows[],
  destinations: ReadonlyMap<PlacedRows, Destination> = new Map(),
  ids: IdSource = newId
): Edit {
  const changes: Change[] = [];
  const into = new Map<string, Row[]>();
  let grown = workbook;
  for (const group of placed) {
    const { rows } = group;
    const to = clearDestination(group) ?? destinations.get(group) ?? 'none';
    if (to === 'new') {
      const change = newProject(grown, group, ids);
      grown = { ...grown, sheets: [...grown.sheets, change.sheet] };
      changes.push(change);
    } else if (to !== 'none') {
      into.set(to.sheet, [...(into.get(to.sheet) ?? []), ...rows]);
    }
  }
  for (const [id, rows] of into) changes.push(...insertions(findSheet(workbook, id), rows));
  return { label: labelOf(changes), changes };
}

/** How many rows an edit puts into how many projects. */
export function countPlaced({ changes }: Edit): {
  readonly rows: number;
  readonly projects: number;
} {
  const counts = new Map<string, number>();
  const count = (sheet: string, rows: number) => counts.set(sheet, (counts.get(sheet) ?? 0) + rows);
  for (const change of changes) {
    if (change.do === 'insert') count(change.sheet, change.rows.length);
    if (change.do === 'insert-sheet') count(change.sheet.id, change.sheet.rows.length);
  }
  return { rows: [...counts.values()].reduce((sum, one) => sum + one, 0), projects: counts.size };
}

function labelOf(changes: readonly Change[]): string {
  const { rows, projects } = countPlaced({ label: '', changes });
  return `粘贴 ${rows} 行到 ${projects} 个项目`;
}

function insertions(sheet: Sheet | undefined, rows: readonly Row[]): Change[] {
  if (!sheet) return [];
  return rowPlaces(sheet, rows).map(({ after, rows }) => ({
    do: 'insert',
    sheet: sheet.id,
    after,
    rows
  }));
}

function newProject(
  workbook: Workbook,
  { named: name, code, rows }: PlacedRows,
  ids: IdSource
): Extract<Change, { do: 'insert-sheet' }> {
  const { sheet, after } = newSheetFor(workbook, 'project', '', ids);
  const fields = { ...sheet.fields, projectName: name, projectCode: code };
  const title = name.endsWith(TABLE_OF_TARGETS) ? name : `${name}${TABLE_OF_TARGETS}`;
  return { do: 'insert-sheet', sheet: { ...sheet, title, fields, rows }, after };
}

function sheetsOf(
  { name, code }: NamedCells,
  find: (text: string) => readonly string[],
  beside: string | null
): readonly string[] {
  if (name === '' && code === '') return beside === null ? [] : [beside];
  const byCode = find(code);
  return byCode.length === 1 ? byCode : find(name);
}

function isFilled({ cells }: NamedCells): boolean {
  return Object.values(cells).some((text) => text.trim() !== '');
}

/** A first level that is blank is that of the row above, as where cells are merged. */
function rowOf({ cells }: NamedCells, above: Row | undefined, id: string): Row {
  const { level1 = '' } = cells;
  if (level1.trim() !== '' || !above) return { id, cells };
  return { id, cells: { ...cells, level1: cellText(above, 'level1') } };
}
