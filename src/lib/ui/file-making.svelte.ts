import type { Notices } from '#lib/workspace/notices.svelte.ts';
import { save } from './handing-out.ts';

/** A file that is being made. */
interface Making {
  readonly label: string;
  /** How much of it is done, from 0 to 1; undefined where that is not known. */
  readonly share: number | undefined;
}

/** Files that take a while to make: one at a time, with how far it is and how to stop it. */
export class FileMaking {
  readonly #notices: Notices;
  #now = $state.raw<Making | null>(null);
  #abort = new AbortController();

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /** What is being made; null where nothing is. */
  get now(): Making | null {
    return this.#now;
  }

  /** Makes a file, gives it to the browser to save, and says so, or why there is none. */
  async handOut(
    label: string,
    make: (signal: AbortSignal, onshare: (share: number) => void) => Promise<File>
  ): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    this.#now = { label, share: undefined };
    try {
      const file = await make(signal, (share) => (this.#now = { label, share }));
      save(file);
      this.#notices.say(`已导出“${file.name}”`);
    } catch {
      if (signal.aborted) this.#notices.say('已取消导出');
      else this.#notices.fail(`没能导出${label}，请重试。`);
    } finally {
      this.#now = null;
    }
  }

  cancel(): void {
    this.#abort.abort();
  }
}
