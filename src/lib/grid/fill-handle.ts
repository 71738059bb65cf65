import { flushSync } from 'svelte';
import type { Filling } from '#lib/model/series/series.ts';
import type { Content } from './content.ts';
import { editOfFill, fillOf, type FillDirection } from './fill.ts';
import type { GestureHooks } from './gesture-hooks.ts';
import type { Block } from './gestures.ts';
import type { Hot } from './handsontable.ts';
import { sameRows } from './lines.ts';
import { blockOf, type HotRange, type Selection } from './selection.ts';
import type { Fill } from './series-fill.ts';
import type { TableOptions } from './table-options.ts';

/** Fetched when a table has been made: nobody fills before it is seen. */
const counting = () => import('./series-fill.ts');
type Series = Awaited<ReturnType<typeof counting>>;

/** A fill that was made, and how it can be made otherwise. */
export interface Filled {
  /** Whether it counted on; it copied otherwise. */
  readonly series: boolean;
  /** The last cell of it on the screen. */
  readonly cell: DOMRect;
  /** Makes it again, counting on or copying, where the first one has been taken back. */
  readonly again: (filling: Filling) => void;
}

/** The parts of a table that filling has to do with. */
interface FillParts {
  readonly content: Content;
  readonly selection: Selection;
  readonly gestures: GestureHooks;
}

/** Fills by the handle of the selection, by keys and by 填充序列; Handsontable by itself only repeats. */
export class FillHandle {
  readonly #hot: Hot;
  readonly #options: TableOptions;
  readonly #parts: FillParts;
  readonly #end: AbortSignal;
  /** Null until it has been fetched. */
  #series: Series | null = null;
  #withCtrl = false;

  constructor(hot: Hot, options: TableOptions, parts: FillParts, signal: AbortSignal) {
    this.#hot = hot;
    this.#options = options;
    this.#parts = parts;
    this.#end = signal;
    // Where it cannot be fetched, it is fetched again when somebody fills.
    counting().then(
      (series) => (this.#series = series),
      () => undefined
    );
    hot.addHook(
      'beforeAutofill',
      (_texts: unknown, source: HotRange, target: HotRange, direction: Fill['direction']) => {
        const from = blockOf(source);
        const to = blockOf(target);
        const filling = this.#withCtrl ? 'reversed' : 'auto';
        this.#counted((series) => this.#fill(series, { from, to, direction }, filling));
        return false;
      }
    );
    const note = ({ ctrlKey, metaKey }: MouseEvent) => (this.#withCtrl = ctrlKey || metaKey);
    // The hook does not tell of the key, and the pointer may be let go outside the table.
    hot.rootDocument.addEventListener('mouseup', note, { capture: true, signal });
  }

  /** Copies the first selected row or column into the rest; into a single one from before it. */
  copySelection(direction: FillDirection): void {
    const { content, selection, gestures } = this.#parts;
    const blocks = selection.block && fillOf(selection.block, direction);
    if (!blocks) return;
    gestures.commit(editOfFill(content.lines, content.columns, blocks.source, blocks.target));
  }

  /** Continues the first selected cells into the rest of the selection. */
  fillSelection(): void {
    this.#counted((series) => {
      const { content, selection } = this.#parts;
      const { block } = selection;
      const fill = block && series.fillWithin(content.lines, content.columns, block);
      if (fill) this.#carryOut(series, fill, 'series');
    });
  }

  /** Fills at once where what counts is there, so that what is typed next comes after it. */
  #counted(fill: (series: Series) => void): void {
    if (this.#series) return fill(this.#series);
    void counting().then((series) => {
      if (!this.#end.aborted) fill(series);
    });
  }

  #fill(series: Series, fill: Fill, filling: Filling): void {
    this.#carryOut(series, fill, filling);
    this.#parts.selection.take(union(fill.from, fill.to));
    const cell = this.#hot.getCell(fill.to.bottom, fill.to.right)?.getBoundingClientRect();
    const { lines, columns } = this.#parts.content;
    if (!cell) return;
    const rows = lines.slice(0, Math.max(fill.from.bottom, fill.to.bottom) + 1);
    this.#options.onFill?.({
      series: series.fillCountsOn(lines, columns, fill, filling),
      cell,
      again: (other) => {
        const now = this.#parts.content.lines.slice(0, rows.length);
        // Rows that a colleague has put in or taken out have moved what was filled.
        if (sameRows(rows, now)) this.#carryOut(series, fill, other);
      }
    });
  }

  #carryOut({ editOfSeriesFill }: Series, fill: Fill, filling: Filling): void {
    const { content, gestures } = this.#parts;
    gestures.commit(editOfSeriesFill(content.lines, content.columns, fill, filling));
    flushSync();
  }
}

function union(a: Block, b: Block): Block {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right)
  };
}
