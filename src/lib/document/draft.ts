import { orderKeysBetween } from './order.ts';
import type { Projection } from './projection.ts';

interface Placed {
  readonly id: string;
  readonly order: string;
}

/** The list of a workbook's sheets, beside the lists of rows that go by the ids of their sheets. */
const SHEETS = '/';

/**
 * The order of rows and sheets while the changes of one edit are written: later changes may stand
 * after rows that earlier ones have put in.
 */
export class Draft {
  readonly #projection: Projection;
  #lists = new Map<string, Placed[]>();
  /** The order keys of rows that this edit deletes. */
  #gone: string[] = [];

  constructor(projection: Projection) {
    this.#projection = projection;
  }

  /** Order keys that put rows after a row of a sheet: first where it is null, last where it is gone. */
  placeRows(sheet: string, after: string | null, rows: readonly string[]): readonly string[] {
    this.removeRows(rows);
    return this.#place(this.#list(sheet), after, rows, (from, to) =>
      this.#lastGone(sheet, from, to)
    );
  }

  /** An order key that puts a sheet after another: first where it is null, last where it is gone. */
  placeSheet(after: string | null, sheet: string): string {
    this.removeSheet(sheet);
    return this.#place(this.#list(SHEETS), after, [sheet])[0]!;
  }

  /** Takes note of the rows that a new sheet comes with. */
  addRows(
    sheet: string,
    rows: readonly { readonly id: string }[],
    orders: readonly string[]
  ): void {
    this.#lists.set(
      sheet,
      rows.map(({ id }, index) => ({ id, order: orders[index]! }))
    );
  }

  deleteRows(rows: readonly string[]): void {
    this.removeRows(rows);
    this.#gone.push(...rows.flatMap((row) => this.#projection.orderOf(row) ?? []));
  }

  removeRows(rows: readonly string[]): void {
    const gone = new Set(rows);
    for (const row of rows) {
      const sheet = this.#projection.sheetOfRow(row);
      if (sheet !== null) this.#list(sheet);
    }
    for (const [name, list] of this.#lists) {
      if (name !== SHEETS && list.some(({ id }) => gone.has(id))) {
        this.#lists.set(
          name,
          list.filter(({ id }) => !gone.has(id))
        );
      }
    }
  }

  /** Takes note of rows that are back where they stood when they were deleted. */
  restoreRows(rows: readonly string[]): void {
    for (const row of rows) {
      const sheet = this.#projection.sheetOfRow(row);
      if (sheet !== null) this.#putBack(this.#list(sheet), row);
    }
  }

  /** Takes note of a sheet that is back where it stood when it was deleted. */
  restoreSheet(sheet: string): void {
    this.#putBack(this.#list(SHEETS), sheet);
  }

  removeSheet(sheet: string): void {
    this.#lists.set(
      SHEETS,
      this.#list(SHEETS).filter(({ id }) => id !== sheet)
    );
  }

  #place(
    list: Placed[],
    after: string | null,
    ids: readonly string[],
    lastBetween: (from: string | null, to: string | null) => string | null = (from) => from
  ): readonly string[] {
    const found = after === null ? -1 : list.findIndex(({ id }) => id === after);
    const at = after !== null && found < 0 ? list.length : found + 1;
    const next = list[at]?.order ?? null;
    const before = lastBetween(list[at - 1]?.order ?? null, next);
    const orders = orderKeysBetween(before, next, ids.length);
    list.splice(at, 0, ...ids.map((id, index) => ({ id, order: orders[index]! })));
    return orders;
  }

  /**
   * The last of the rows between two order keys, the deleted ones among them. Rows go behind those, so that a
   * range whose last row was deleted does not take in what is put below it, as in Excel.
   */
  #lastGone(sheet: string, from: string | null, to: string | null): string | null {
    if (!this.#projection.hasFormulas) return from;
    const between = [...this.#projection.deletedOrders(sheet), ...this.#gone].filter(
      (order) => order > (from ?? '') && (to === null || order < to)
    );
    return between.reduce((last, order) => (last === null || order > last ? order : last), from);
  }

  #putBack(list: Placed[], id: string): void {
    const order = this.#projection.orderOf(id);
    if (order === null || list.some((placed) => placed.id === id)) return;
    const at = list.findIndex(
      (placed) => placed.order > order || (placed.order === order && placed.id > id)
    );
    list.splice(at < 0 ? list.length : at, 0, { id, order });
  }

  #list(name: string): Placed[] {
    let list = this.#lists.get(name);
    if (!list) {
      const { sheets } = this.#projection.workbook;
      const items = name === SHEETS ? sheets : (this.#projection.sheetAt(name)?.rows ?? []);
      list = items.map(({ id }) => ({ id, order: this.#projection.orderOf(id) ?? '' }));
      this.#lists.set(name, list);
    }
    return list;
  }
}
