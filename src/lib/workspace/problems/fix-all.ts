import type { Change, Edit } from '#lib/model/edit.ts';
import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import type { Fix, Problem } from '#lib/model/problem.ts';
import { cellText, fieldText, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';

/** What one change of a fix does, in the user's words. */
export interface PlannedChange {
  /** `河道清淤专项经费 第 3 行 指标值` */
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

/** The fix of one problem, as it would be carried out. */
export interface PlannedFix {
  readonly problem: Problem;
  readonly fix: Fix;
  readonly changes: readonly PlannedChange[];
}

/** The fixes of many problems that can be one edit. */
export interface FixPlan {
  readonly fixes: readonly PlannedFix[];
  /** How many more there are that change the same place again: they follow once these are done. */
  readonly later: number;
}

/** Plans the first fix of each problem that has one and is open. */
export function planFixes(workbook: Workbook, problems: readonly Problem[]): FixPlan {
  const rows = rowsOf(workbook);
  const planned = new Set<string>();
  const taken = new Set<string>();
  const fixes: PlannedFix[] = [];
  let later = 0;
  for (const problem of problems) {
    const [fix] = problem.fixes;
    if (!fix || problem.waived !== undefined) continue;
    // A fix that mends all slips of a text comes with each of them.
    const same = JSON.stringify(fix.edit.changes);
    if (planned.has(same)) continue;
    const targets = fix.edit.changes.flatMap((change) => targetsOf(change, rows));
    if (targets.some((target) => taken.has(target))) {
      later += 1;
      continue;
    }
    planned.add(same);
    for (const target of targets) taken.add(target);
    const changes = fix.edit.changes
      // It only makes sure that what is put in is there, also where it had been deleted.
      .filter((change) => change.do !== 'restore')
      .map((change) => describe(change, workbook, rows, problem));
    fixes.push({ problem, fix, changes });
  }
  return { fixes, later };
}

/** The fixes as one edit, which is one step of undo. */
export function editOfFixes(fixes: readonly PlannedFix[]): Edit {
  const [first] = fixes;
  const label =
    fixes.length === 1 ? first!.fix.label : `修正“${first?.problem.title}” ${fixes.length} 处`;
  return { label, changes: fixes.flatMap(({ fix }) => fix.edit.changes) };
}

interface PlacedRow {
  readonly row: Row;
  readonly sheet: Sheet;
}

function rowsOf({ sheets }: Workbook): ReadonlyMap<string, PlacedRow> {
  return new Map(
    sheets.flatMap((sheet) => sheet.rows.map((row) => [row.id, { row, sheet }] as const))
  );
}

/** What a change touches: two fixes that touch the same would undo each other. */
function targetsOf(change: Change, rows: ReadonlyMap<string, PlacedRow>): string[] {
  switch (change.do) {
    case 'cell':
      return [`cell ${change.row} ${change.column}`];
    case 'field':
      return [`field ${change.sheet} ${change.field}`];
    case 'insert':
    case 'move':
      return [`order ${change.sheet}`];
    case 'delete':
    case 'restore':
      return change.rows.map((row) => `order ${rows.get(row)?.sheet.id}`);
    case 'sheet':
      return [`sheet ${change.sheet} ${change.property}`];
    default:
      return ['workbook'];
  }
}

function describe(
  change: Change,
  workbook: Workbook,
  rows: ReadonlyMap<string, PlacedRow>,
  problem: Problem
): PlannedChange {
  if (change.do === 'cell') {
    const at = rows.get(change.row);
    if (at) {
      const { row, sheet } = at;
      const place = { row: change.row, column: change.column };
      const before = cellText(row, change.column);
      return { where: whereOf(sheet, placeName(sheet, place)), before, after: change.text };
    }
  }
  const id = 'sheet' in change && typeof change.sheet === 'string' ? change.sheet : undefined;
  const sheet = workbook.sheets.find((one) => one.id === (id ?? problem.place.sheet));
  if (!sheet) return { where: '', before: '', after: problem.fixes[0]!.label };
  if (change.do === 'field') {
    const where = whereOf(sheet, placeName(sheet, { field: change.field }));
    return { where, before: fieldText(sheet, change.field), after: change.text };
  }
  if (change.do === 'insert') {
    const after = change.rows.map((row) => textOf(row, sheet)).join('\n');
    return { where: whereOf(sheet, '插入一行'), before: '', after };
  }
  if (change.do === 'move') {
    const moved = change.rows.flatMap((row) => rows.get(row)?.row ?? []);
    const before = moved.map((row) => textOf(row, sheet)).join('\n');
    const above = change.after === null ? undefined : rows.get(change.after)?.row;
    const after = above ? `移到“${textOf(above, sheet)}”之下` : '移到最前';
    return { where: whereOf(sheet, '移动'), before, after };
  }
  return { where: whereOf(sheet, ''), before: '', after: problem.fixes[0]!.label };
}

/** The texts of a row, from left to right. */
function textOf(row: Row, { columns }: Sheet): string {
  return columns
    .map(({ id }) => cellText(row, id))
    .filter((text) => text !== '')
    .join(' / ');
}

function whereOf(sheet: Sheet, name: string): string {
  return `${shortSheetName(sheet)} ${name}`.trim();
}
