import type { GridColumn } from '../columns.ts';
import type { Block } from '../gestures.ts';

/** The columns of a table among which a person may have hidden some, and where the shown ones lie. */
export class HiddenColumns {
  /** The place among all columns of each that is shown, from left to right. */
  readonly #places: readonly number[];
  readonly #count: number;

  constructor(all: readonly GridColumn[], shown: readonly GridColumn[]) {
    const places = new Map(all.map(({ id }, at) => [id, at]));
    this.#count = all.length;
    this.#places = shown.map(({ id }) => places.get(id)!);
  }

  /**
   * A block of the screen among all columns: those that are hidden between its columns belong to it, and
   * to whole rows those at the edges.
   */
  among(block: Block): Block {
    const { left, right } = block;
    const isWhole = left === 0 && right > 0 && right === this.#places.length - 1;
    if (isWhole) return { ...block, right: this.#count - 1 };
    return { ...block, left: this.#places[left]!, right: this.#places[right]! };
  }

  /** What the screen shows of a block among all columns; never less than a column. */
  onScreen(block: Block): Block {
    const first = this.#places.findIndex((place) => place >= block.left);
    const left = first < 0 ? this.#places.length - 1 : first;
    return { ...block, left, right: Math.max(left, this.shownUpTo(block.right)) };
  }

  /** The last column on the screen that lies no further right than one among all columns; -1 for none. */
  shownUpTo(column: number): number {
    return this.#places.findLastIndex((place) => place <= column);
  }

  /** How many columns of a block among all columns are hidden. */
  countIn({ left, right }: Block): number {
    return right - left + 1 - this.#places.filter((at) => at >= left && at <= right).length;
  }
}
