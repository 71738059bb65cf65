import type { Place } from '#lib/model/workbook.ts';
import type { CommentFilter } from './comment-filter.ts';

/** What one person looks at of the comments: a list, one thread, or one that is about to begin. */
export class CommentView {
  filter = $state<CommentFilter>('all');
  #thread = $state<string | null>(null);
  #draft = $state.raw<Place | null>(null);
  #asked = $state(0);
  readonly #unsent = new Map<string, string>();

  /** The id of the thread that is read; null while the list or a beginning is shown. */
  get thread(): string | null {
    return this.#thread;
  }

  /** The place that a thread is being begun at; null while none is. */
  get draft(): Place | null {
    return this.#draft;
  }

  /** Counts how often the keyboard was asked into the box. */
  get asked(): number {
    return this.#asked;
  }

  /** Shows one thread. With `write` the keyboard goes into its box. */
  read(thread: string, write = false): void {
    this.#thread = thread;
    this.#draft = null;
    if (write) this.#asked += 1;
  }

  /** Begins a thread at a place, with the keyboard in its box. */
  begin(place: Place): void {
    this.#thread = null;
    this.#draft = place;
    this.#asked += 1;
  }

  /** What was written about something and not sent; empty where nothing was. */
  unsent(about: string): string {
    return this.#unsent.get(about) ?? '';
  }

  /** Keeps what is being written, for when one comes back to it. */
  keepUnsent(about: string, text: string): void {
    this.#unsent.set(about, text);
  }

  /** Goes back to the list. */
  list(): void {
    this.#thread = null;
    this.#draft = null;
  }
}
