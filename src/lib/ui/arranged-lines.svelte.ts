import {
  arrange,
  arrangedLines,
  AS_WRITTEN,
  follow,
  splitLines,
  type Arrangement
} from '#lib/grid/arrange.ts';
import type { GridColumn } from '#lib/grid/columns.ts';
import { filterValues, type FilterValue } from '#lib/grid/filter-values.ts';
import type { HeadingMark } from '#lib/grid/heading-buttons.ts';
import type { Line } from '#lib/grid/lines.ts';
import {
  isArranged,
  type ColumnFilter,
  type GridView,
  type SortKey,
  ofColumn
} from '#lib/model/grid-view.ts';
import type { Place } from '#lib/model/workbook.ts';
import type { GridViews } from '#lib/workspace/grid-views.svelte.ts';

/** A grid as the document has it. */
export interface GridContent {
  readonly lines: readonly Line[];
  readonly columns: readonly GridColumn[];
}

/** More columns than this nobody sorts by at once. */
const MOST_KEYS = 3;

/**
 * The lines of a grid as one person has sorted and filtered them. What was asked for holds until it is
 * asked for again: an edited row stays under the hands that edit it.
 */
export class ArrangedLines {
  readonly #views: GridViews;
  readonly #grid: string;
  readonly #content: () => GridContent;
  #arrangement: Arrangement = AS_WRITTEN;
  /** What the arrangement was made for. */
  #made: object | null = null;
  #above: string | null = null;
  #times = $state(0);
  /** Rows that do not pass the filters and were gone to all the same. */
  #besides = $state.raw<ReadonlySet<string>>(new Set());

  constructor(views: GridViews, grid: string, content: () => GridContent) {
    this.#views = views;
    this.#grid = grid;
    this.#content = content;
  }

  /** The lines in the order of the document. */
  get all(): readonly Line[] {
    return this.#content().lines;
  }

  /** The sorting and the filters that were asked for last; another object each time. */
  readonly asked: Pick<GridView, 'sort' | 'filters'> = $derived.by(() => {
    void this.#times;
    return { sort: this.#sort, filters: this.#filters };
  });

  /** The lines that are shown, in their order. */
  readonly lines: readonly Line[] = $derived.by(() => {
    const { lines, columns } = this.#content();
    const { asked } = this;
    if (asked === this.#made) {
      this.#arrangement = follow(this.#arrangement, lines, this.#above);
    } else {
      this.#made = asked;
      this.#arrangement = arrange(lines, asked, columns);
    }
    const shown = arrangedLines(this.#arrangement, lines, this.#besides);
    return this.#split ? splitLines(shown) : shown;
  });

  /** How the grid is looked at: sorting, filters, columns. */
  get view(): GridView {
    return this.#views.of(this.#grid);
  }

  /** Apart from the rest of the view, so that a wider column arranges nothing anew. */
  readonly #sort = $derived.by(() => this.view.sort);
  readonly #filters = $derived.by(() => this.view.filters);
  readonly #split = $derived.by(() => this.view.split);

  /** Whether rows are left out or stand in another order than in the document. */
  get arranged(): boolean {
    return isArranged(this.view);
  }

  /** Whether rows stand in another order than in the document. */
  get sorted(): boolean {
    return this.view.sort.length > 0;
  }

  /** What the headings show, by column. */
  readonly marks: ReadonlyMap<string, HeadingMark> = $derived.by(() => {
    const { sort, filters } = this.view;
    const columns = new Set([...sort.map(({ column }) => column), ...Object.keys(filters)]);
    return new Map(
      [...columns].map((column) => {
        const key = sort.find((one) => one.column === column);
        const sorted = key ? (key.descending ? 'down' : 'up') : null;
        return [column, { sorted, filtered: ofColumn(filters, column) !== undefined }];
      })
    );
  });

  /** Sorts by a column; what was sorted by before decides where that is equal. */
  sortBy(column: string, descending: boolean): void {
    const others = this.view.sort.filter((key) => key.column !== column);
    const sort: readonly SortKey[] = [{ column, descending }, ...others];
    this.#ask({ sort: sort.slice(0, MOST_KEYS) });
  }

  /** Filters by a column; null shows all of it again. */
  filterBy(column: string, filter: ColumnFilter | null): void {
    const others = Object.entries(this.view.filters).filter(([one]) => one !== column);
    const filters = filter ? [...others, [column, filter] as const] : others;
    this.#ask({ filters: Object.fromEntries(filters) });
  }

  /** Sorts and filters anew, with what has been edited since. */
  again(): void {
    this.#ask({});
  }

  /** Shows all rows in the order of the document again. */
  clear(): void {
    this.#ask({ sort: [], filters: {} });
  }

  /** What a column can be filtered by. */
  valuesOf(column: GridColumn): readonly FilterValue[] {
    const { lines, columns } = this.#content();
    return filterValues(lines, this.view.filters, columns, column);
  }

  hide(column: string): void {
    this.#change({ hidden: [...this.view.hidden, column] });
  }

  /** Shows some hidden columns again, or all of them. */
  reveal(columns: readonly string[] = this.view.hidden): void {
    this.#change({ hidden: this.view.hidden.filter((one) => !columns.includes(one)) });
  }

  /** Keeps the columns up to this one in sight; none of them for ''. */
  freeze(column: string): void {
    this.#change({ frozen: column });
  }

  /** Shows the first level in every row, or merged again. */
  split(split: boolean): void {
    this.#change({ split });
  }

  /** Remembers how wide a person has made a column, in pixels. */
  widen(column: string, width: number): void {
    this.#change({ widths: { ...this.view.widths, [column]: width } });
  }

  /** The next row that is put in stands above this one. */
  insertAbove(row: string): void {
    this.#above = row;
  }

  /** Shows the cell of a place where it is left out; tells whether its row was, or its column. */
  show({ row, column }: Place): { readonly row: boolean; readonly column: boolean } {
    const columnHidden = column !== undefined && this.view.hidden.includes(column);
    const rowHidden =
      row !== undefined &&
      this.all.some((line) => line.row.id === row) &&
      !this.lines.some((line) => line.row.id === row);
    if (columnHidden) this.reveal([column]);
    if (rowHidden) this.#besides = new Set([...this.#besides, row]);
    return { row: rowHidden, column: columnHidden };
  }

  #ask(changes: Partial<GridView>): void {
    this.#change(changes);
    this.#besides = new Set();
    this.#above = null;
    this.#times++;
  }

  #change(changes: Partial<GridView>): void {
    this.#views.change(this.#grid, changes);
  }
}
