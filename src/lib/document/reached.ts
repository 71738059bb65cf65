import { applyChange } from '#lib/model/apply.ts';
import type { Change } from '#lib/model/edit.ts';
import { cellText, findSheet, type Row, type Workbook } from '#lib/model/workbook.ts';
import { keyOf } from './keys.ts';
import type { Memory } from './memory.ts';

/**
 * A workbook while the changes of one edit are gone through, the state that each of them finds. A plain
 * Workbook would be copied for each: here a change costs what it touches, so that an edit of 30,000 cells
 * costs no square of them.
 */
export class Reached {
  readonly #memory: Memory;
  /** All but the rows: those in its sheets are the ones before the edit. */
  #workbook: Workbook;
  readonly #texts = new Map<string, string>();
  readonly #inserted = new Map<string, Row>();
  /** The sheets of rows that the edit has touched; null of those that it has deleted. */
  readonly #sheetOf = new Map<string, string | null>();
  readonly #rows = new Map<string, string[]>();

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#workbook = memory.workbook;
  }

  /** The workbook without regard to its rows. */
  get workbook(): Workbook {
    return this.#workbook;
  }

  /** The text of a cell, also of a row that is deleted; null where there is no such row. */
  cell(row: string, column: string): string | null {
    const written = this.#texts.get(keyOf(row, column));
    if (written !== undefined) return written;
    const found = this.#inserted.get(row) ?? this.#memory.rowAt(row);
    return found ? cellText(found, column) : null;
  }

  /** The sheet in which a row is seen; null where it or its sheet is deleted. */
  sheetOf(row: string): string | null {
    const touched = this.#sheetOf.get(row);
    if (touched === null) return null;
    const sheet = touched ?? (this.#memory.isDeleted(row) ? null : this.#memory.sheetOfRow(row));
    return sheet !== null && findSheet(this.#workbook, sheet) ? sheet : null;
  }

  /** The ids of the rows of a sheet, in order. */
  rowsOf(sheet: string): readonly string[] {
    return this.#rowsOf(sheet);
  }

  /** Goes on to the state after a change. Where what is brought back stands does not matter here. */
  take(change: Change): void {
    switch (change.do) {
      case 'cell':
        this.#texts.set(keyOf(change.row, change.column), change.text);
        return;
      case 'insert':
        for (const row of change.rows) this.#inserted.set(row.id, row);
        this.#place(
          change.sheet,
          change.after,
          change.rows.map(({ id }) => id)
        );
        return;
      case 'delete':
        this.#remove(change.rows);
        for (const row of change.rows) this.#sheetOf.set(row, null);
        return;
      case 'restore':
        for (const row of change.rows) {
          const sheet = this.#memory.sheetOfRow(row);
          if (sheet !== null && this.sheetOf(row) === null) this.#place(sheet, null, [row]);
        }
        return;
      case 'move':
        if (change.after !== null && change.rows.includes(change.after)) return;
        this.#remove(change.rows);
        this.#place(change.sheet, change.after, change.rows);
        return;
      case 'insert-sheet':
        for (const row of change.sheet.rows) {
          this.#inserted.set(row.id, row);
          this.#sheetOf.set(row.id, change.sheet.id);
        }
        this.#workbook = applyChange(this.#workbook, change);
        return;
      case 'restore-sheet': {
        const sheet = this.#memory.sheetAt(change.sheet);
        if (!sheet || findSheet(this.#workbook, change.sheet)) return;
        this.#workbook = { ...this.#workbook, sheets: [...this.#workbook.sheets, sheet] };
        return;
      }
      default:
        this.#workbook = applyChange(this.#workbook, change);
    }
  }

  #place(sheet: string, after: string | null, rows: readonly string[]): void {
    if (!findSheet(this.#workbook, sheet)) return;
    const list = this.#rowsOf(sheet);
    const found = after === null ? -1 : list.indexOf(after);
    list.splice(after !== null && found < 0 ? list.length : found + 1, 0, ...rows);
    for (const row of rows) this.#sheetOf.set(row, sheet);
  }

  #remove(rows: readonly string[]): void {
    const gone = new Set(rows);
    for (const sheet of new Set(rows.flatMap((row) => this.sheetOf(row) ?? []))) {
      const list = this.#rowsOf(sheet);
      if (rows.length === 1) list.splice(list.indexOf(rows[0]!), 1);
      else {
        const left = list.filter((id) => !gone.has(id));
        this.#rows.set(sheet, left);
      }
    }
  }

  #rowsOf(sheet: string): string[] {
    let list = this.#rows.get(sheet);
    if (!list) {
      list = (findSheet(this.#workbook, sheet)?.rows ?? []).map(({ id }) => id);
      this.#rows.set(sheet, list);
    }
    return list;
  }
}
