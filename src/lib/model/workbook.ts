import type { OwnRule } from './settings/own-rule.ts';

/** The kinds of sheet. `free` sheets have columns A, B, C … of their own. */
export type SheetKind = 'project' | 'brief' | 'disclosure' | 'text' | 'free';

/** The taxonomies of indicators that a workbook can follow; see `forms.ts`. */
export type FormName = '2015' | '2021' | 'local';

/** One department's paper for one year: what is opened, shared, synced and exported. Immutable. */
export interface Workbook {
  readonly format: 'jibiao-workbook';
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  /** The six digits of GB/T 2260, or empty where unknown. */
  readonly region: string;
  readonly department: string;
  /** What the cover says below title and department, a line for each: who examined it, the date. */
  readonly cover: string;
  /**
   * The 目录 as the imported paper printed it, a line for each entry, `title⇥page`; empty where that paper
   * has none; null where the program makes it on export, as for every new workbook.
   */
  readonly contents: string | null;
  readonly form: FormName;
  readonly sheets: readonly Sheet[];
  readonly waivers: readonly Waiver[];
  readonly settings: Settings;
}

/** Settings that travel with the workbook, so that everybody sees the same problems. */
export interface Settings {
  /** By the code of a rule, and by code and form where they differ; see `settings/severities.ts`. */
  readonly severities: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;
  /** The rules that people put together for this workbook. */
  readonly rules: readonly OwnRule[];
}

/** One part of a workbook. */
export interface Sheet {
  readonly id: string;
  readonly kind: SheetKind;
  /** The form of a disclosure sheet (`income`, `three-public` …); empty for the other kinds. */
  readonly form: string;
  /** Without its number. */
  readonly title: string;
  /** As printed, such as `一、` or `3.`; empty where the paper has none. */
  readonly number: string;
  /** The place in the outline, outermost first. */
  readonly path: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly note: string;
}

export interface Column {
  readonly id: string;
  readonly title: string;
}

/** One row; a row of a project sheet is an indicator. A cell that is absent is empty. */
export interface Row {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** An accepted problem: it stays waived while the text at its place is `was`. */
export interface Waiver {
  readonly id: string;
  readonly code: string;
  readonly place: Place;
  readonly was: string;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * A place in a workbook, by ids, so that rows inserted by somebody else do not move it. Without a sheet,
 * `field` is one of the workbook's own: `title`, `department`, `year`, `cover` or `contents`.
 */
export interface Place {
  readonly sheet?: string;
  readonly row?: string;
  readonly column?: string;
  readonly field?: string;
  /** Characters of a field, from inclusive, to exclusive. */
  readonly range?: readonly [from: number, to: number];
}

/**
 * The text of a cell, empty where the cell is absent.
 * Cells have no prototype to speak of: a column named `constructor` is only a column.
 */
export function cellText(row: Row, column: string): string {
  return Object.hasOwn(row.cells, column) ? (row.cells[column] ?? '') : '';
}

/** The text of a field, empty where the field is absent. */
export function fieldText(sheet: Pick<Sheet, 'fields'>, field: string): string {
  return Object.hasOwn(sheet.fields, field) ? (sheet.fields[field] ?? '') : '';
}

/** The sheet with this id, if the workbook has it. */
export function findSheet(workbook: Workbook, id: string | undefined): Sheet | undefined {
  return id === undefined ? undefined : workbook.sheets.find((sheet) => sheet.id === id);
}

/** The name a person knows the sheet by, with its number: `3. 河道清淤专项经费绩效目标表`. */
export function sheetName(sheet: Pick<Sheet, 'number' | 'title'>): string {
  return sheet.number === '' || /[、.．]$/.test(sheet.number)
    ? `${sheet.number}${sheet.title}`
    : `${sheet.number} ${sheet.title}`;
}
