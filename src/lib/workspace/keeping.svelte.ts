import type { Saving } from '#lib/storage/saving.ts';
import { savingOf, storesOf, type StoredWorkbook } from './documents.ts';
import { Gathered } from './gathered.ts';

/** How much is being stored is said at most so often, in milliseconds; that something is, at once. */
const PAUSE = 100;

/** What this device keeps of an open workbook, as the screen shows it. */
export class Keeping {
  readonly #stored: StoredWorkbook;
  readonly #ends: readonly (() => void)[];
  readonly #said = new Gathered(() => (this.#saving = savingOf(this.#stored)), PAUSE);
  #saving = $state.raw<Saving>() as Saving;

  constructor(stored: StoredWorkbook) {
    this.#stored = stored;
    this.#saving = savingOf(stored);
    this.#ends = storesOf(stored).map((store) =>
      store.subscribe(() => {
        if (savingOf(stored).state === this.#saving.state) this.#said.ask();
        else this.#said.now();
      })
    );
  }

  /** False where the device's storage could not be read: what is shown may not be all there is. */
  get loaded(): boolean {
    return storesOf(this.#stored).every(({ loaded }) => loaded);
  }

  get saving(): Saving {
    return this.#saving;
  }

  /** Resolves when all is stored; where that has failed, after one more try. */
  async settled(): Promise<Saving> {
    const settle = () => Promise.all(storesOf(this.#stored).map((store) => store.settled()));
    await settle();
    if (savingOf(this.#stored).state === 'failed') this.retry();
    await settle();
    return savingOf(this.#stored);
  }

  /** Tries again to store what could not be stored. */
  retry(): void {
    for (const store of storesOf(this.#stored)) store.retry();
  }

  /** Stops following the stores; they themselves are closed by whoever opened them. */
  end(): void {
    for (const end of this.#ends) end();
    this.#said.end();
  }
}
