/** Characters that no paper has: the syllables of Hangul, and the rare characters of extension A. */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0xac00, 0xd7a3],
  [0x3400, 0x4dbf]
];

/**
 * One character for every text that somebody writes, by which it is known again wherever it is, also after
 * colleagues have typed around it.
 */
export class Marks {
  readonly #authors = new Map<string, string>();
  readonly #written = new Set<string>();
  #range = 0;
  #next = RANGES[0]![0];

  /** A new mark of an author. */
  of(author: string): string {
    if (this.#next > RANGES[this.#range]![1]) {
      this.#range += 1;
      if (!RANGES[this.#range]) throw new RangeError(`more than ${this.#authors.size} marks`);
      this.#next = RANGES[this.#range]![0];
    }
    const mark = String.fromCharCode(this.#next++);
    this.#authors.set(mark, author);
    return mark;
  }

  /** Takes note of what was written: only these marks are asked for. */
  write(written: unknown): void {
    for (const mark of this.in(JSON.stringify(written))) this.#written.add(mark);
  }

  /** All marks that were written. */
  get written(): readonly string[] {
    return [...this.#written];
  }

  /** The marks in a text, or in the JSON of anything. */
  in(text: string): readonly string[] {
    return [...text].filter((character) => this.#authors.has(character));
  }

  /** Who made a mark. */
  authorOf(mark: string): string {
    return this.#authors.get(mark)!;
  }
}
