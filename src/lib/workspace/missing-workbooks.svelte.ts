import { noteCount, notedCount } from '#lib/storage/workbook-count.ts';

/** Whether all workbooks of this device are gone since it was used last, and nobody here has deleted them. */
export class MissingWorkbooks {
  #count = $state(0);
  #known = false;

  /** How many there were; 0 where none is missing. */
  get count(): number {
    return this.#count;
  }

  /** Takes note of how many there are now: when they are read first, and after every change. */
  note(count: number): void {
    if (!this.#known && count === 0) this.#count = notedCount();
    this.#known = true;
    // Still missing when the page is opened again.
    if (this.#count === 0 || count > 0) noteCount(count);
  }

  /** The person has been told. */
  forget(): void {
    this.#count = 0;
    noteCount(0);
  }
}
