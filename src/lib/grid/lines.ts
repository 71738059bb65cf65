import { shownError } from '#lib/model/formula/errors.ts';
import { projectLabel } from '#lib/model/project-name.ts';
import { subjectLevel } from '#lib/model/subject-code.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { PROJECT_COLUMN, type GridColumn } from './columns.ts';
import { sameNotes, sumsOf, type SumNotes } from './sums.ts';

/** One line of a grid: a row, and the sheet it stands in. */
export interface Line {
  readonly row: Row;
  /** Its place among all lines of the document that the grid is about, from 1. */
  readonly number: number;
  /** The id of the sheet. */
  readonly sheet: string;
  /** The project that the sheet is about, with its number. */
  readonly project: string;
  /** Whether it is the first of its sheet, where that is named. */
  readonly leads: boolean;
  /** Whether the first level is the same as in the line above: printed once per run. */
  readonly continues: boolean;
  /** Whether it is the sum of other lines. */
  readonly total: boolean;
  /** What is shown in place of what was typed, by column: what formulas come to. */
  readonly shown?: Readonly<Record<string, string>>;
  /** Whether it is a 科目 with others below it that make it up. */
  readonly subtotal: boolean;
  /** What its sums should be where they are printed otherwise, by column. */
  readonly notes: SumNotes;
}

const NO_NOTES: SumNotes = new Map();

/** What the line of a sum is called, such as 合计 or 本年收入合计. */
const TOTAL = /^[^。；，]{0,8}(合\s*计|总\s*计)$/;

/** The lines of some sheets, one below the other. What has not changed is taken from `before`. */
export function linesOf(sheets: readonly Sheet[], before: readonly Line[] = []): readonly Line[] {
  const lines: Line[] = [];
  for (const sheet of sheets) {
    let made = known.get(sheet);
    if (made?.[0]?.number !== lines.length + 1) {
      made = linesOfSheet(sheet, lines.length, before);
      known.set(sheet, made);
    }
    for (const line of made) lines.push(line);
  }
  return lines;
}

/** The lines of sheets where they stood last: an edit changes those of one sheet. */
const known = new WeakMap<Sheet, readonly Line[]>();

/** The lines of a sheet that stands below `above` other lines. */
function linesOfSheet(sheet: Sheet, above: number, before: readonly Line[]): readonly Line[] {
  const project = projectLabel(sheet);
  const { notes: notesOfRows, subtotals } = sumsOf(sheet);
  let level: string | null = null;
  return sheet.rows.map((row, at) => {
    const level1 = cellText(row, 'level1');
    const continues = level1 !== '' && level1 === level;
    level = level1;
    const leads = at === 0;
    const subtotal = subtotals.has(row.id);
    const notes = notesOfRows.get(row.id) ?? NO_NOTES;
    const old = before[above + at];
    const same =
      old?.row === row &&
      old.continues === continues &&
      old.leads === leads &&
      old.subtotal === subtotal &&
      old.sheet === sheet.id &&
      old.project === project &&
      sameNotes(old.notes, notes);
    if (same) return old;
    const total = sheet.kind !== 'project' && isTotal(row);
    const place = { row, number: above + at + 1, sheet: sheet.id, project };
    return { ...place, leads, continues, total, subtotal, notes };
  });
}

/** Where rows that go past the end of a grid are put in. */
export interface RowsEnd {
  readonly sheet: string;
  /** The row that they stand after; null where there is none. */
  readonly after: string | null;
}

/** The end of some lines; of none, that of the sheet that the grid is about. */
export function endOf(lines: readonly Line[], sheet?: string): RowsEnd | undefined {
  const last = lines.at(-1);
  if (last) return { sheet: last.sheet, after: last.row.id };
  return sheet === undefined ? undefined : { sheet, after: null };
}

/** The text that was typed into a column of a line: what an editor begins with. */
export function lineText({ project, row }: Line, column: string): string {
  return column === PROJECT_COLUMN ? project : cellText(row, column);
}

/** The text that a line shows in a column. */
export function shownText(line: Line, column: string): string {
  const result = line.shown?.[column];
  return result === undefined ? lineText(line, column) : shownError(result);
}

/** Whether a line leaves a text out that stands above already: project and first level, once per run. */
export function isRepeated({ leads, continues }: Line, column: string): boolean {
  return (column === PROJECT_COLUMN && !leads) || (column === 'level1' && continues);
}

/** How many levels the text of a line is indented in a column: a 款 by 1, a 项 by 2. */
export function indentOf({ row }: Line, { codes }: GridColumn): number {
  return codes === undefined ? 0 : (subjectLevel(cellText(row, codes)) ?? 1) - 1;
}

/** The ids of the rows of some lines. */
export function idsOf(lines: readonly Line[]): string[] {
  return lines.map(({ row }) => row.id);
}

/** Whether two lists are lines of the same rows in the same order, whatever stands in them. */
export function sameRows(before: readonly Line[], after: readonly Line[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ row }, at) => row === after[at]!.row || row.id === after[at]!.row.id)
  );
}

function isTotal(row: Row): boolean {
  return Object.values(row.cells).some((text) => TOTAL.test(text.trim()));
}
