import { newId } from '#lib/model/ids.ts';

/** Something that happened, said in passing; it goes away by itself and never blocks typing. */
export interface Notice {
  readonly id: string;
  readonly text: string;
  readonly tone: 'plain' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Milliseconds for which a notice stands, and one that offers to take something back. */
const BRIEF = 4000;
const LONGER = 10_000;

/** The notices on screen, oldest first. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Says something, with a button where it can be taken back or mended. */
  say(text: string, action?: Notice['action']): void {
    this.#add({ id: newId(), text, tone: 'plain', ...(action && { action }) });
  }

  /** Says what went wrong and what to do about it, with a button where there is something to press. */
  fail(text: string, action?: Notice['action']): void {
    this.#add({ id: newId(), text, tone: 'error', ...(action && { action }) });
  }

  close(id: string): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  #add(notice: Notice): void {
    this.#list = [...this.#list.slice(-2), notice];
    const stands = notice.action || notice.tone === 'error' ? LONGER : BRIEF;
    setTimeout(() => this.close(notice.id), stands);
  }
}
