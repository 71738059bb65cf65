import type { Note } from '#lib/model/note.ts';
import type { Place } from '#lib/model/workbook.ts';
import { isBlank, type Line } from './lines.ts';

/** What became of a line: its text is in the workbook, it was understood, or it found no place. */
export type Account = 'placed' | 'recognised' | 'unplaced';

/** Where the cells of a sheet stand among the lines of its source. */
export interface SheetOrigin {
  /** The id of the sheet. */
  readonly sheet: string;
  /** The number of the line that each of its rows is. */
  readonly rows: readonly number[];
  /** The cell of a line that each of its columns is, from 0. */
  readonly columns: readonly number[];
  readonly fields: readonly FieldOrigin[];
}

/** The cell, from 0, of a line that a field of a sheet is. */
export interface FieldOrigin {
  readonly field: string;
  readonly line: number;
  readonly cell: number;
}

/**
 * Where every line of a source went, and the notes about it. The readers of a paper share one and
 * write into it; `close` then finds the lines that nobody accounted for, so none is lost in silence.
 */
export class Ledger {
  readonly #accounts = new Map<number, Account>();
  readonly #notes: Note[] = [];
  readonly #origins: SheetOrigin[] = [];

  /** The text of these lines stands in the workbook. */
  place(...lines: readonly number[]): void {
    for (const line of lines) this.#accounts.set(line, 'placed');
  }

  /** These lines are structure, such as a heading or a label; a line that is placed stays so. */
  recognise(...lines: readonly number[]): void {
    for (const line of lines) {
      if (!this.#accounts.has(line)) this.#accounts.set(line, 'recognised');
    }
  }

  /** This text found no place; the rest of its line may have one. */
  leave(line: number, text: string, place: Place = {}): void {
    if (!this.#accounts.has(line)) this.#accounts.set(line, 'unplaced');
    this.note('unplaced', line, text, place);
  }

  /** Half a line, where one was made two, is said of the whole one. */
  note(kind: Note['kind'], line: number, text: string, place: Place = {}): void {
    this.#notes.push({ kind, line: Math.floor(line), text, place });
  }

  /** The rows of a sheet stand on these lines, each cell of it in a cell of its line. */
  stand(origin: SheetOrigin): void {
    this.#origins.push(origin);
  }

  get origins(): readonly SheetOrigin[] {
    return this.#origins;
  }

  /** What became of each line that somebody accounted for. */
  get accounts(): ReadonlyMap<number, Account> {
    return this.#accounts;
  }

  /** Notes an `unplaced` line for every non-blank one not accounted for; all notes, in their order. */
  close(lines: readonly Line[]): readonly Note[] {
    for (const line of lines) {
      if (isBlank(line) || this.#accounts.has(line.number)) continue;
      this.leave(line.number, line.text.trim());
    }
    return [...this.#notes].sort((a, b) => a.line - b.line);
  }
}
