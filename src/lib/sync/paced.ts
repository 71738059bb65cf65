/** Milliseconds of work in one go, after which the screen and the keyboard come first. */
const SLICE = 4;
/** Milliseconds that they have for themselves before it goes on. */
const PAUSE = 8;

/** Takes one thing after the other, in their order: each at once, and where many come, a few at a time. */
export class Paced<Thing> {
  readonly #take: (thing: Thing) => void;
  readonly #waiting: Thing[] = [];
  #working = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When work was begun last, and how long it has taken since, in milliseconds. */
  #begun = -Infinity;
  #worked = 0;

  constructor(take: (thing: Thing) => void) {
    this.#take = take;
  }

  give(thing: Thing): void {
    this.#waiting.push(thing);
    if (this.#timer === undefined && !this.#working) this.#work();
  }

  /** Takes at once whatever waits. */
  finish(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // One after the other: those behind one that cannot be taken are not lost with it.
    while (this.#waiting.length > 0) this.#take(this.#waiting.shift()!);
  }

  #work(): void {
    let now = performance.now();
    if (now - this.#begun > SLICE + PAUSE) {
      this.#begun = now;
      this.#worked = 0;
    }
    this.#working = true;
    try {
      while (this.#waiting.length > 0 && this.#worked < SLICE) {
        const before = now;
        this.#take(this.#waiting.shift()!);
        now = performance.now();
        this.#worked += now - before;
      }
    } finally {
      this.#working = false;
      // Also after a thing that could not be taken.
      if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#goOn(), PAUSE);
    }
  }

  #goOn(): void {
    this.#timer = undefined;
    this.#begun = -Infinity;
    this.#work();
  }
}
