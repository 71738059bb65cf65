import type { CommentList } from '#lib/document/comment-list.ts';
import {
  isSamePlace,
  isSpoken,
  LONGEST_MESSAGE,
  LONGEST_QUOTE,
  orderAfter,
  type CommentThread,
  type Message
} from '#lib/model/comment.ts';
import { mentionsIn } from '#lib/model/comment-mention.ts';
import { newId } from '#lib/model/ids.ts';
import { textAtPlace } from '#lib/model/waiver.ts';
import { findSheet, type Place, type Workbook } from '#lib/model/workbook.ts';
import type { Profile } from '../profile.svelte.ts';
import type { SeenComments } from './seen-comments.svelte.ts';

/** What commenting goes by: where, who, and whether it is allowed at the time. */
export interface CommentingHands {
  readonly list: CommentList;
  readonly seen: SeenComments;
  readonly profile: Profile;
  readonly workbook: () => Workbook;
  /** The people whom a comment can speak to. */
  readonly people: () => readonly string[];
  readonly allowed: () => boolean;
}

/** The comments of an open workbook, as far as the role allows to write them. */
export class Commenting {
  readonly #hands: CommentingHands;
  #threads = $state.raw<readonly CommentThread[]>([]);

  constructor(hands: CommentingHands) {
    this.#hands = hands;
    this.#threads = hands.list.threads;
    hands.list.subscribe(() => (this.#threads = hands.list.threads));
  }

  /** Whether comments can be written: by whoever may edit, and by whoever may comment. */
  get allowed(): boolean {
    return this.#hands.allowed();
  }

  /** The threads in which anything is left to read. */
  readonly threads: readonly CommentThread[] = $derived.by(() => this.#threads.filter(isSpoken));

  /** Those that nobody has resolved. */
  readonly open: readonly CommentThread[] = $derived.by(() =>
    this.threads.filter(({ resolved }) => !resolved)
  );

  /** How many messages of others have not been looked at on this device. */
  readonly unread: number = $derived.by(() =>
    this.threads.reduce((sum, thread) => sum + this.unreadIn(thread), 0)
  );

  /** The people whom a comment can speak to. */
  get people(): readonly string[] {
    return this.#hands.people();
  }

  /** A thread by its id; undefined where it is gone. */
  find(id: string | null): CommentThread | undefined {
    return this.threads.find((thread) => thread.id === id);
  }

  /** The open threads at a place, else the resolved ones. */
  at(place: Place): readonly CommentThread[] {
    const here = this.threads.filter((thread) => isSamePlace(thread.place, place));
    const open = here.filter(({ resolved }) => !resolved);
    return open.length > 0 ? open : here;
  }

  unreadIn(thread: CommentThread): number {
    return this.#hands.seen.unreadIn(thread);
  }

  /** Takes note that threads have been looked at on this device. */
  look(threads: readonly CommentThread[]): void {
    void this.#hands.seen.look(threads);
  }

  /** Begins a thread at a place without a range. Returns its id; null where nothing was written. */
  begin(place: Place, text: string): string | null {
    if (!this.#isSayable(text)) return null;
    const { list, workbook } = this.#hands;
    const sheet = findSheet(workbook(), place.sheet);
    const quote = ((sheet && textAtPlace(sheet, place)) ?? '').slice(0, LONGEST_QUOTE);
    const head = { id: newId(), place, quote };
    list.begin(head, this.#message({ ...head, remarks: [] }, text));
    return head.id;
  }

  /** Answers in a thread. False where nothing was written. */
  answer(thread: CommentThread, text: string): boolean {
    if (!this.#isSayable(text)) return false;
    this.#hands.list.add(this.#message(thread, text));
    return true;
  }

  /** Resolves a thread, or opens it again. */
  turn(thread: CommentThread, resolved: boolean): void {
    if (!this.allowed || thread.resolved === resolved) return;
    this.#hands.list.add({ kind: 'turn', ...this.#signed(thread), resolved });
  }

  /** Whether a message is mine to delete: written on this device, by whatever name. */
  isMine({ by }: Pick<Message, 'by'>): boolean {
    return by.id === this.#hands.profile.id;
  }

  /** Deletes the words of a message of mine. False where it is none. */
  delete(message: Message): boolean {
    return this.allowed && this.isMine(message) && this.#hands.list.delete(message.id);
  }

  #isSayable(text: string): boolean {
    return this.allowed && text.trim() !== '' && text.trim().length <= LONGEST_MESSAGE;
  }

  #message(thread: Pick<CommentThread, 'id' | 'remarks'>, said: string): Message {
    const text = said.trim();
    const mentions = mentionsIn(text, this.people);
    return { kind: 'message', ...this.#signed(thread), text, mentions, deleted: false };
  }

  #signed({ id: thread, remarks }: Pick<CommentThread, 'id' | 'remarks'>) {
    const { id, name } = this.#hands.profile;
    const now = new Date();
    const order = orderAfter(remarks, now.getTime());
    return { id: newId(), thread, order, by: { id, name }, at: now.toISOString() };
  }
}
