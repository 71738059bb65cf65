/** How many lines of a list stand there at first. */
const FIRST = 20;

/** How many more are drawn a frame: thousands at once would stop the page. */
const EACH_FRAME = 60;

/** How many lines of a long list are drawn: a first few, and all once they are asked for. */
export class DrawnLines {
  readonly #length: () => number;
  #all = $state(false);
  #drawn = $state(FIRST);

  /** Made in a component; `length` says how long the list is now. */
  constructor(length: () => number) {
    this.#length = length;
    $effect(() => {
      if (!this.#all || this.#drawn >= this.#length()) return;
      const frame = requestAnimationFrame(() => (this.#drawn += EACH_FRAME));
      return () => cancelAnimationFrame(frame);
    });
  }

  get count(): number {
    return this.#all ? this.#drawn : FIRST;
  }

  /** Whether there are more than the first few. */
  get foldable(): boolean {
    return this.#length() > FIRST;
  }

  get all(): boolean {
    return this.#all;
  }

  toggle(): void {
    this.#all = !this.#all;
    this.#drawn = FIRST;
  }
}
