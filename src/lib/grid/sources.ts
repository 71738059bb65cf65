import type { Row } from '#lib/model/workbook.ts';
import type { GridColumn } from './columns.ts';
import type { Source } from './handsontable.ts';
import { lineText, type Line } from './lines.ts';

/** The objects that Handsontable reads the rows of a table from, kept in step with its lines. */
export class Sources {
  readonly #columns: readonly GridColumn[];
  /** The objects of rows that have been shown, by what they were made of. */
  readonly #known = new WeakMap<Row, { readonly project: string; readonly source: Source }>();
  #list: Source[];

  constructor(columns: readonly GridColumn[], lines: readonly Line[]) {
    this.#columns = columns;
    this.#list = lines.map((line) => this.#sourceOf(line));
  }

  /** The objects themselves: the table's own getters return copies. */
  get list(): Source[] {
    return this.#list;
  }

  /** Puts others in the places of all; true where it is another list for it, since there are more or fewer. */
  renew(lines: readonly Line[]): boolean {
    const resized = lines.length !== this.#list.length;
    if (resized) this.#list = lines.map((line) => this.#sourceOf(line));
    else lines.forEach((line, at) => this.takeOver(at, line));
    return resized;
  }

  /** Puts the object of a line in its place. */
  takeOver(at: number, line: Line): void {
    this.#list[at] = this.#sourceOf(line);
  }

  #sourceOf(line: Line): Source {
    const { row, project } = line;
    const known = this.#known.get(row);
    if (known?.project === project) return known.source;
    const source = Object.fromEntries(this.#columns.map(({ id }) => [id, lineText(line, id)]));
    this.#known.set(row, { project, source });
    return source;
  }
}
