import type { CopiedCells } from './copied-cells.ts';

/** What the grids of one workbook hold of the clipboard, from sheet to sheet. */
export class HeldCells {
  #cells: CopiedCells | null = null;
  #cutRows: ReadonlyMap<string, number> = new Map();
  readonly #watchers = new Set<() => void>();

  get cells(): CopiedCells | null {
    return this.#cells;
  }

  /** Holds cells in place of those before. */
  hold(cells: CopiedCells): void {
    this.#set(cells);
  }

  /** Takes the mark from cut cells; those that were only copied are held on. */
  unmark(): void {
    if (this.#cells?.isCut) this.#set(null);
  }

  /** The place of a row among those that are cut, and how many they are; null where it is not among them. */
  cutRow(row: string): { readonly at: number; readonly of: number } | null {
    const at = this.#cutRows.get(row);
    return at === undefined ? null : { at, of: this.#cutRows.size };
  }

  /** Calls whenever other cells are cut, or none any more; returns how to stop. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #set(cells: CopiedCells | null): void {
    const marked = this.#cutRows.size > 0 || cells?.isCut === true;
    this.#cells = cells;
    this.#cutRows = new Map(cells?.isCut ? cells.rows.map((row, at) => [row, at]) : []);
    if (marked) for (const watcher of this.#watchers) watcher();
  }
}
