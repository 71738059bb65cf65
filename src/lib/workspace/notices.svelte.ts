import { newId } from '#lib/model/ids.ts';

/** Something that happened, said in passing; it goes away by itself and never blocks typing. */
export interface Notice {
  readonly id: string;
  readonly text: string;
  readonly tone: 'plain' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Whether it stands until what it tells of has ended. */
  readonly lasting?: boolean;
}

/** Milliseconds for which a notice stands, and one that offers to take something back. */
const BRIEF = 4000;
const LONGER = 10_000;

/** The notices on screen, oldest first. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #places = $state.raw<readonly string[]>([]);

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** The place on screen that shows the notices: the last that was opened, which lies over the others. */
  get place(): string | undefined {
    return this.#places.at(-1);
  }

  /** Shows the notices in a place from now on, as in a dialog, until the returned function is called. */
  showIn(place: string): () => void {
    this.#places = [...this.#places, place];
    return () => (this.#places = this.#places.filter((one) => one !== place));
  }

  /** Says something, with a button where it can be taken back or mended. */
  say(text: string, action?: Notice['action']): void {
    this.#add({ id: newId(), text, tone: 'plain', ...(action && { action }) });
  }

  /** Says what went wrong and what to do about it, with a button where there is something to press. */
  fail(text: string, action?: Notice['action']): void {
    this.#add({ id: newId(), text, tone: 'error', ...(action && { action }) });
  }

  /** Says what is going on, with a button that stops it; stands until the returned function is called. */
  follow(text: string, action: Notice['action']): () => void {
    const id = newId();
    this.#add({ id, text, tone: 'plain', lasting: true, ...(action && { action }) });
    return () => this.close(id);
  }

  close(id: string): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  #add(notice: Notice): void {
    const passing = this.#list.filter(({ lasting }) => !lasting);
    const dropped = new Set(passing.slice(0, -2));
    this.#list = [...this.#list.filter((one) => !dropped.has(one)), notice];
    if (notice.lasting) return;
    const stands = notice.action || notice.tone === 'error' ? LONGER : BRIEF;
    setTimeout(() => this.close(notice.id), stands);
  }
}
