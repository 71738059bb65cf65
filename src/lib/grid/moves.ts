import type { Content } from './content.ts';
import { addHooks, type Hot } from './handsontable.ts';
import type { Line } from './lines.ts';
import { cellKey } from './marks.ts';
import type { Selection } from './selection.ts';

/** How far the selected cell is to go. */
interface Step {
  row: number | null;
  col: number | null;
}

/** Lets the selected cell move as in Excel where Handsontable moves it otherwise. */
export class Moves {
  readonly #content: Content;
  readonly #selection: Selection;
  /** The key that moves the cell. */
  #key = '';
  /** The column where somebody began to press Tab, and the cell to which the last Tab led. */
  #tabs: { readonly column: string; readonly cell: string } | null = null;

  constructor(hot: Hot, content: Content, selection: Selection) {
    this.#content = content;
    this.#selection = selection;
    addHooks(hot, {
      beforeKeyDown: ({ key }) => {
        this.#key = key;
      },
      modifyTransformStart: (step: Step) => this.#onMove(step),
      afterSelection: () => this.#onSelected()
    });
  }

  #onMove(step: Step): void {
    const from = this.#selection.cell;
    if (!from) return;
    const { lines, columns } = this.#content;
    if (this.#key === 'Tab') {
      const column = columns[from.column]!.id;
      this.#tabs = { column: this.#returns ? this.#tabs!.column : column, cell: '' };
      return;
    }
    if (this.#key === 'Enter' && step.row === 1 && this.#returns) {
      const began = columns.findIndex(({ id }) => id === this.#tabs!.column);
      if (began >= 0) step.col = began - from.column;
    }
    // Only Tab goes on in the next row.
    const to = from.column + (step.col ?? 0);
    if (to < 0 || to >= columns.length) step.col = 0;
    if (Math.abs(step.row ?? 0) === 1 && step.col === 0 && columns[from.column]?.id === 'level1') {
      step.row = nextRun(lines, from.line, step.row === 1 ? 1 : -1) - from.line;
    }
  }

  #onSelected(): void {
    if (this.#key === 'Tab' && this.#tabs) this.#tabs = { ...this.#tabs, cell: this.#here };
    this.#key = '';
  }

  /** Whether the selected cell is the one to which the last Tab led. */
  get #returns(): boolean {
    return this.#tabs !== null && this.#tabs.cell === this.#here;
  }

  /** The selected cell by its row, which others may have moved since. */
  get #here(): string {
    const cell = this.#selection.cell;
    const { row, column } = (cell && this.#content.placeOf(cell.line, cell.column)) ?? {};
    return cellKey(row ?? '', column ?? '');
  }
}

/** The next line with a first level of its own: one that is shown once a run is one cell. */
function nextRun(lines: readonly Line[], from: number, step: 1 | -1): number {
  let to = from + step;
  while (lines[to]?.continues) to += step;
  return lines[to] ? to : from;
}
