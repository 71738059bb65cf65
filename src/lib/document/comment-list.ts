import type * as Y from 'yjs';
import { readRemark, readThreadHead } from '#lib/model/comment-schema.ts';
import {
  threadOf,
  type CommentThread,
  type Message,
  type ThreadHead,
  type Turn
} from '#lib/model/comment.ts';
import { keyOf, splitKey } from './keys.ts';
import { parsed } from './settings.ts';

/**
 * The one flat map of the threads: `<thread>/_thread` → what it is about, `<remark>/_remark` → one message
 * or turn, each JSON under a key of its own, so that two people who answer or resolve at once both count.
 */
const THREADS = 'threads';

const HEAD = '_thread';
const REMARK = '_remark';

/** The threads that the comments hold. Threads that a change does not touch keep their identity. */
export class CommentList {
  readonly #comments: Y.Doc;
  readonly #map: Y.Map<string>;
  readonly #heads = new Map<string, ThreadHead>();
  readonly #remarks = new Map<string, Message | Turn>();
  readonly #listeners = new Set<() => void>();
  #threads: readonly CommentThread[] = [];

  /** The document must have been loaded. */
  constructor(comments: Y.Doc) {
    this.#comments = comments;
    this.#map = comments.getMap<string>(THREADS);
    this.#take(this.#map.keys());
    this.#map.observe(this.#onChange);
  }

  /** In the order of their ids; the same list until one changes. */
  get threads(): readonly CommentThread[] {
    return this.#threads;
  }

  /** Calls the listener after every change of the threads, one's own too; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins a thread with its first message, in one transaction. */
  begin(head: ThreadHead, message: Message): void {
    this.#comments.transact(() => {
      this.#map.set(keyOf(head.id, HEAD), JSON.stringify(head));
      this.#write(message);
    }, 'user');
  }

  /** Adds a message or turn to its thread. */
  add(remark: Message | Turn): void {
    this.#comments.transact(() => this.#write(remark), 'user');
  }

  /** Deletes the words of a message; false where there is no such message or it is deleted already. */
  delete(id: string): boolean {
    const message = this.#remarks.get(id);
    if (message?.kind !== 'message' || message.deleted) return false;
    this.add({ ...message, text: '', mentions: [], deleted: true });
    return true;
  }

  /** Stops listening; the document itself belongs to whoever made it. */
  close(): void {
    this.#map.unobserve(this.#onChange);
    this.#listeners.clear();
  }

  #write(remark: Message | Turn): void {
    this.#map.set(keyOf(remark.id, REMARK), JSON.stringify(remark));
  }

  #onChange = ({ keysChanged }: Y.YMapEvent<string>): void => {
    this.#take(keysChanged);
    for (const listener of this.#listeners) listener();
  };

  /** Reads what stands at some keys, and puts the threads together. */
  #take(keys: Iterable<string>): void {
    for (const key of keys) {
      const name = splitKey(key);
      if (name?.property === HEAD) {
        keep(this.#heads, name.entity, readThreadHead(parsed(this.#map.get(key))));
      } else if (name?.property === REMARK) {
        keep(this.#remarks, name.entity, readRemark(parsed(this.#map.get(key))));
      }
    }
    this.#threads = this.#build();
  }

  /** What was said may arrive before what it is about: a thread is there as soon as both are. */
  #build(): readonly CommentThread[] {
    const remarks = new Map<string, (Message | Turn)[]>();
    for (const remark of this.#remarks.values()) {
      const known = remarks.get(remark.thread);
      if (known) known.push(remark);
      else remarks.set(remark.thread, [remark]);
    }
    const known = new Map(this.#threads.map((thread) => [thread.id, thread]));
    return [...this.#heads.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((head) => {
        const thread = threadOf(head, remarks.get(head.id) ?? []);
        if (thread.remarks.length === 0) return [];
        const before = known.get(head.id);
        return before && isSame(before, thread) ? before : thread;
      });
  }
}

function keep<Value extends { readonly id: string }>(
  values: Map<string, Value>,
  id: string,
  value: Value | null
): void {
  if (value?.id === id) values.set(id, value);
  else values.delete(id);
}

function isSame(before: CommentThread, after: CommentThread): boolean {
  return (
    before.quote === after.quote &&
    before.place === after.place &&
    before.remarks.length === after.remarks.length &&
    before.remarks.every((remark, at) => remark === after.remarks[at])
  );
}
