import type { Column, Row, Sheet, Workbook } from '../workbook.ts';
import { formulaNames } from './sheet-names.ts';

/** Where a row stands among the rows of its sheet that are there. */
export interface Standing {
  readonly sheet: string;
  /** Counted from 0. */
  readonly at: number;
  /** Whether it is deleted: then `at` is the place of the row that came after it. */
  readonly gone: boolean;
}

/** Where rows and columns stand and what sheets are called: what formulas are written and read by. */
export interface Places {
  /** By what name a formula calls a sheet; null where there is no such sheet. */
  nameOf(sheet: string): string | null;
  /** The sheet that a formula calls so; null where there is none. */
  sheetNamed(name: string): string | null;
  kindOf(sheet: string): Sheet['kind'] | null;
  rowsOf(sheet: string): readonly Row[];
  columnsOf(sheet: string): readonly Column[];
  /** Null where there is no such row, and where its sheet is deleted. */
  standingOf(row: string): Standing | null;
}

/** The places in a workbook. It knows of no deleted rows. */
export function placesIn(workbook: Workbook): Places {
  const names = formulaNames(workbook.sheets);
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
  let standings: Map<string, Standing> | null = null;
  const standing = () =>
    (standings ??= new Map(
      workbook.sheets.flatMap(({ id, rows }) =>
        rows.map((row, at) => [row.id, { sheet: id, at, gone: false }] as const)
      )
    ));
  return {
    nameOf: (sheet) => names.nameOf.get(sheet) ?? null,
    sheetNamed: (name) => names.sheetNamed.get(name) ?? null,
    kindOf: (sheet) => sheets.get(sheet)?.kind ?? null,
    rowsOf: (sheet) => sheets.get(sheet)?.rows ?? [],
    columnsOf: (sheet) => sheets.get(sheet)?.columns ?? [],
    standingOf: (row) => standing().get(row) ?? null
  };
}
