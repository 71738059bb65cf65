import { messagesOf, type CommentThread } from '#lib/model/comment.ts';
import type { Catalogue } from '#lib/storage/catalogue.ts';

/**
 * The messages of one workbook that were looked at on this device. They are kept by their ids: one that
 * was written offline last week, and arrives today, is unread all the same.
 */
export class SeenComments {
  readonly #catalogue: Catalogue;
  readonly #setting: string;
  readonly #me: string;
  #ids = $state.raw<ReadonlySet<string>>(new Set());
  /** Until the device has said what was seen, nothing is called unread. */
  #known = $state(false);

  /** `me` is the id of this device: what was written on it needs no reading. */
  constructor(catalogue: Catalogue, workbook: string, me: string) {
    this.#catalogue = catalogue;
    this.#setting = `comments-seen-${workbook}`;
    this.#me = me;
    void this.#load().catch(() => undefined);
  }

  /** How many messages of others in a thread have not been looked at. */
  unreadIn(thread: CommentThread): number {
    return this.#known ? this.#unread(thread).length : 0;
  }

  /** Takes note that threads have been looked at. */
  async look(threads: readonly CommentThread[]): Promise<void> {
    const unread = threads.flatMap((thread) => this.#unread(thread));
    if (unread.length === 0) return;
    this.#ids = new Set([...this.#ids, ...unread]);
    // Another window may have noted more since; where the device keeps nothing, they are unread again.
    await this.#load()
      .then(() => this.#catalogue.setSetting(this.#setting, [...this.#ids].join(' ')))
      .catch(() => undefined);
  }

  #unread(thread: CommentThread): readonly string[] {
    return messagesOf(thread)
      .filter(({ id, by, deleted }) => !deleted && by.id !== this.#me && !this.#ids.has(id))
      .map(({ id }) => id);
  }

  async #load(): Promise<void> {
    const stored = await this.#catalogue.setting(this.#setting);
    this.#ids = new Set([...this.#ids, ...stored.split(' ').filter(Boolean)]);
    this.#known = true;
  }
}
