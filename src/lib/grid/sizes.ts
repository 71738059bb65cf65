import { frozenColumns, type GridColumn } from './columns.ts';
import type { Line } from './lines.ts';
import { columnWidths, rowHeight } from './row-height.ts';

/** Width of the column of row numbers, in pixels. */
export const NUMBERS = 36;
/** What Windows takes for a scrollbar. */
const SCROLLBAR = 17;
/** Above the first row, in pixels. */
const BORDER = 1;
/** What the columns that stay in sight leave to the others, in pixels. */
const ROOM = 120;

/** The widths and heights of a table, in pixels: fitted to the page but where a person gave others. */
export class Sizes {
  widths: number[];
  heights: number[] = [];
  /** The heights of lines at these widths. */
  #known = new WeakMap<Line, number>();
  #columns: readonly GridColumn[];
  readonly #element: HTMLElement;
  readonly #taken: number;

  /** How many columns are to stay in sight at the left; undefined where their kind says it. */
  freeze: number | undefined;

  constructor(
    element: HTMLElement,
    columns: readonly GridColumn[],
    scrolls: boolean,
    freeze?: number
  ) {
    this.#element = element;
    this.freeze = freeze;
    this.#columns = columns;
    this.#taken = NUMBERS + (scrolls ? SCROLLBAR : 0);
    this.widths = this.#fitted();
  }

  /** How many columns stay in sight at the left: as many as leave room to scroll the others. */
  get frozen(): number {
    if (!this.#overflows) return this.freeze ?? 0;
    const wanted = this.freeze ?? frozenColumns(this.#columns);
    let count = 0;
    let used = 0;
    while (count < wanted && (used += this.widths[count]!) <= this.#available - ROOM) count++;
    return count;
  }

  /** The height of all rows, and of a scrollbar below them. */
  get height(): number {
    const rows = this.heights.reduce((sum, height) => sum + height, BORDER);
    return rows + (this.#overflows ? SCROLLBAR : 0);
  }

  /** How far below the first line each line begins, in pixels. */
  get tops(): number[] {
    let top = 0;
    return this.heights.map((height) => {
      const here = top;
      top += height;
      return here;
    });
  }

  /** Measures all lines. */
  measure(lines: readonly Line[]): void {
    this.heights = lines.map((line) => this.#heightOf(line));
  }

  /** Whether a line in this place would be higher or lower than the one that was measured there. */
  resizes(at: number, line: Line): boolean {
    return this.heights[at] !== this.#heightOf(line);
  }

  /** Measures one line again. */
  measureLine(at: number, line: Line): void {
    this.heights[at] = this.#heightOf(line);
  }

  /** Lines that stand in another order are as high as before. */
  #heightOf(line: Line): number {
    const known = this.#known.get(line);
    if (known !== undefined) return known;
    const height = rowHeight(line, this.#columns, this.widths);
    this.#known.set(line, height);
    return height;
  }

  /** Gives a column the width that a person wants. */
  widen(at: number, width: number): void {
    this.widths[at] = width;
    this.#known = new WeakMap();
    this.#columns = this.#columns.map((column, one) =>
      one === at ? { ...column, width } : column
    );
  }

  /** Fits the widths to the page as it is now; false where they are so already. */
  fit(): boolean {
    const widths = this.#fitted();
    if (widths.every((width, column) => width === this.widths[column])) return false;
    this.widths = widths;
    this.#known = new WeakMap();
    return true;
  }

  #fitted(): number[] {
    return columnWidths(this.#columns, this.#available);
  }

  get #overflows(): boolean {
    return this.widths.reduce((sum, width) => sum + width, 0) > this.#available;
  }

  get #available(): number {
    return this.#element.clientWidth - this.#taken;
  }
}
