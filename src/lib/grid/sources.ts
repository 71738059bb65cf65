import type { GridColumn } from './columns.ts';
import type { Source } from './handsontable.ts';
import { lineText, type Line } from './lines.ts';

/** The objects that Handsontable reads the rows of a table from, kept in step with its lines. */
export class Sources {
  readonly #columns: readonly GridColumn[];
  #list: Source[];

  constructor(columns: readonly GridColumn[], lines: readonly Line[]) {
    this.#columns = columns;
    this.#list = lines.map((line) => this.#sourceOf(line));
  }

  /** The objects themselves: the table's own getters return copies. */
  get list(): Source[] {
    return this.#list;
  }

  /** Makes all of them anew. */
  renew(lines: readonly Line[]): void {
    this.#list = lines.map((line) => this.#sourceOf(line));
  }

  /** Puts the texts of a line into the object that stands for it. */
  takeOver(at: number, line: Line): void {
    Object.assign(this.#list[at]!, this.#sourceOf(line));
  }

  #sourceOf(line: Line): Source {
    return Object.fromEntries(this.#columns.map(({ id }) => [id, lineText(line, id)]));
  }
}
