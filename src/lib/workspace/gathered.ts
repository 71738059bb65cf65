/** Does at most once in a while what is asked for often. */
export class Gathered {
  readonly #act: () => void;
  readonly #pause: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;

  /** @param pause how many milliseconds after it was done it is not done again */
  constructor(act: () => void, pause: number) {
    this.#act = act;
    this.#pause = pause;
  }

  /** Does it at once, or where it was done in the last moment, at the end of the pause for all who ask. */
  ask(): void {
    if (this.#timer === undefined) this.now();
    else this.#waiting = true;
  }

  /** Does it now, for whoever has asked too. */
  now(): void {
    clearTimeout(this.#timer);
    this.#waiting = false;
    this.#timer = setTimeout(() => this.#onPause(), this.#pause);
    this.#act();
  }

  /** Does what was asked for and not done yet, and then nothing more. */
  end(): void {
    clearTimeout(this.#timer);
    if (this.#waiting) this.#act();
    this.#waiting = false;
  }

  #onPause(): void {
    this.#timer = undefined;
    if (this.#waiting) this.now();
  }
}
