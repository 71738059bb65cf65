/** Milliseconds between two lines of progress where the error output is a file. */
const PAUSE = 2_000;

/**
 * Says on the error output how far a long work is: on a terminal in one line that is written over,
 * else a line now and then. A single file has no progress to tell.
 */
export class Progress {
  readonly #verb: string;
  readonly #total: number;
  readonly #onTerminal = process.stderr.isTTY;
  #done = 0;
  #told = Date.now();

  /** @param verb what is done to each file: 检查 */
  constructor(verb: string, total: number) {
    this.#verb = verb;
    this.#total = total;
  }

  /** One more file is done. */
  step(file: string): void {
    this.#done += 1;
    if (this.#total < 2) return;
    const count = `${this.#verb} ${this.#done}/${this.#total}`;
    const isLast = this.#done === this.#total;
    if (this.#onTerminal) {
      process.stderr.write(isLast ? '\r\x1b[K' : `\r\x1b[K${count}  ${file}`);
    } else if (isLast || Date.now() - this.#told >= PAUSE) {
      console.error(count);
      this.#told = Date.now();
    }
  }

  /** Makes room for other output on a terminal, which the next step writes below. */
  clear(): void {
    if (this.#onTerminal && this.#total > 1) process.stderr.write('\r\x1b[K');
  }
}
