import type { GridColumn } from '#lib/grid/columns.ts';
import type { GridLens } from '#lib/grid/lens.ts';
import { linesOf, type Line } from '#lib/grid/lines.ts';
import { cellKey, createMarking, markAt, type Marks } from '#lib/grid/marks.ts';
import { ResultLines } from '#lib/grid/results.ts';
import { frozenCount, shownColumns } from '#lib/grid/shown-columns.ts';
import type { TableData } from '#lib/grid/table-options.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { Place, Sheet } from '#lib/model/workbook.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import type { View } from '#lib/workspace/view.svelte.ts';
import { ArrangedLines } from './arranged-lines.svelte.ts';
import { commentsIn, peersIn } from './grid-marks.ts';

/** What a grid is given to show. */
export interface GridGiven {
  readonly sheets: readonly Sheet[];
  readonly columns: readonly GridColumn[];
  /** By the ids of the sheets. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** What the rows stand for, where they are no rows of the workbook. */
  readonly lens: GridLens;
  /** What formulas come to, where they are calculated. */
  readonly results?: ReadonlyMap<string, string> | undefined;
}

/** What a grid shows: the lines and columns as one person looks at them, with the marks beside them. */
export class ShownGrid {
  /** How the lines are sorted and filtered. */
  readonly arranged: ArrangedLines;
  readonly #opened: OpenWorkbook;
  readonly #view: View;
  readonly #given: () => GridGiven;
  readonly #calculated = new ResultLines();
  #known: readonly Line[] = [];

  constructor(opened: OpenWorkbook, view: View, given: () => GridGiven) {
    this.#opened = opened;
    this.#view = view;
    this.#given = given;
    const content = () => ({ lines: this.all, columns: given().columns });
    this.arranged = new ArrangedLines(opened.gridViews, view.shown, content);
  }

  /** The lines in the order of the document. */
  readonly all: readonly Line[] = $derived.by(() => {
    const { sheets, results } = this.#given();
    this.#known = linesOf(sheets, this.#known);
    return results ? this.#calculated.of(this.#known, results) : this.#known;
  });

  /** The lines that are shown, in their order. */
  get lines(): readonly Line[] {
    return this.arranged.lines;
  }

  readonly columns: readonly GridColumn[] = $derived.by(() =>
    shownColumns(this.#given().columns, this.arranged.view)
  );

  /** How many columns stay in sight at the left; undefined where the grid decides. */
  readonly frozen: number | undefined = $derived.by(() =>
    frozenCount(this.#given().columns, this.columns, this.arranged.view.frozen)
  );

  readonly #marking = $derived.by(() => createMarking(this.columns));

  readonly marks: Marks = $derived.by(() => {
    const { sheets, problems } = this.#given();
    return this.#marking(
      new Map(sheets.flatMap(({ id }) => (problems.has(id) ? [[id, problems.get(id)!]] : [])))
    );
  });

  readonly #comments: TableData['comments'] = $derived.by(() =>
    commentsIn(this.#opened, this.columns, this.#given().lens)
  );

  readonly #peers: TableData['peers'] = $derived.by(() =>
    peersIn(this.#opened, this.#given().lens)
  );

  /** All of it, as a table takes it. */
  readonly data: TableData = $derived.by(() => ({
    lines: this.lines,
    marks: this.marks,
    comments: this.#comments,
    peers: this.#peers,
    found: this.#view.finder?.marks ?? null,
    headings: this.arranged.marks,
    asked: this.arranged.asked
  }));

  /** The problems of a cell. */
  problemsAt(place: Place | null): readonly Problem[] {
    return (place && markAt(this.marks, place)?.problems) ?? [];
  }

  /** How the comments on a cell begin. */
  saidAt(place: Place | null): readonly string[] {
    return this.#comments.get(keyOf(place))?.said ?? [];
  }
}

function keyOf(place: Place | null): string {
  const { row = '', column = '' } = place ?? {};
  return cellKey(row, column);
}
