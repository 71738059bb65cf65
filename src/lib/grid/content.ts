import type { Place } from '#lib/model/workbook.ts';
import { paintCut } from './clipboard/cut-border.ts';
import type { HeldCells } from './clipboard/held-cells.ts';
import type { GridColumn } from './columns.ts';
import { headingHeights } from './heading-heights.ts';
import type { Line } from './lines.ts';
import { paintCell } from './paint-cell.ts';
import { Sizes } from './sizes.ts';
import { Sources } from './sources.ts';
import type { TableData, TableOptions } from './table-options.ts';

/** What a table holds now: its lines with the marks beside them, as texts and in pixels. */
export class Content {
  readonly columns: readonly GridColumn[];
  readonly sources: Sources;
  readonly sizes: Sizes;
  readonly #held: HeldCells | undefined;
  data: TableData;

  constructor(element: HTMLElement, options: TableOptions, data: TableData) {
    const { columns, height, freeze } = options;
    this.columns = columns;
    this.data = data;
    this.#held = options.clipboard?.held;
    this.sources = new Sources(columns, data.lines);
    this.sizes = new Sizes(element, columns, height === 'fill', freeze);
    this.sizes.measure(data.lines);
  }

  get lines(): readonly Line[] {
    return this.data.lines;
  }

  /** The heights of the rows of headings in pixels, from above. */
  get headingHeights(): readonly number[] {
    return headingHeights(this.columns, this.sizes.widths, this.data.headings);
  }

  paint(td: HTMLTableCellElement, row: number, column: number): void {
    paintCell(td, { columns: this.columns, ...this.data }, row, column);
    if (this.#held) paintCut(td, this.#held, this.lines[row]?.row.id, this.columns[column]?.id);
  }

  /** Paints a cell that stands there, which Handsontable may have selected. */
  repaint(td: HTMLTableCellElement, row: number, column: number): void {
    const theirs = [...td.classList].filter((name) => !name.startsWith('cell-'));
    this.paint(td, row, column);
    td.classList.add(...theirs);
  }

  /** Whether some lines in the places of the present ones are higher or lower. */
  resizes(lines: readonly Line[]): boolean {
    return lines.some((line, at) => line !== this.lines[at] && this.sizes.resizes(at, line));
  }

  /** Takes over the lines that are others than before. */
  takeOver(before: readonly Line[]): void {
    this.lines.forEach((line, at) => {
      if (line === before[at]) return;
      this.sizes.measureLine(at, line);
      this.sources.takeOver(at, line);
    });
  }

  /** The place of a cell of the screen; without a column for the number of a row, null for none. */
  placeOf(row: number | null, column: number | null): Place | null {
    const line = this.lines[row ?? -1];
    const id = this.columns[column ?? -1]?.id;
    return line ? { sheet: line.sheet, row: line.row.id, ...(id && { column: id }) } : null;
  }
}
