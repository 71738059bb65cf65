import * as Y from 'yjs';
import { CommentList } from '#lib/document/comment-list.ts';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { Author } from '#lib/model/author.ts';
import type { DocumentKind } from '#lib/sync/package/package.ts';
import type { Random } from '#tests/server/random.ts';

export const KINDS: readonly DocumentKind[] = ['d', 'c', 'h'];

/** The documents of a workbook as one device has them open. */
export interface Opened {
  readonly docs: Readonly<Record<DocumentKind, Y.Doc>>;
  readonly document: WorkbookDocument;
  readonly comments: CommentList;
}

/** What each look at a clock takes, in milliseconds. */
const SECOND = 1000;

/** A person with a device, which stores every update of its documents and can be started again from them. */
export class Colleague {
  readonly author: Author;
  /** What the device hears of its own edits, to be passed on. */
  onWritten: (kind: DocumentKind, update: Uint8Array) => void = () => undefined;
  readonly #id: string;
  readonly #random: Random;
  readonly #stored: Record<DocumentKind, Uint8Array[]> = { d: [], c: [], h: [] };
  #time: number;
  #opened: Opened;

  /** `wrong`: by how many milliseconds the clock is off. */
  constructor(id: string, name: string, { wrong = 0, random }: { wrong?: number; random: Random }) {
    this.author = { id: name, name };
    this.#id = id;
    this.#random = random;
    this.#time = Date.parse('2026-03-02T01:00:00.000Z') + wrong;
    this.#opened = this.#open();
  }

  get document(): WorkbookDocument {
    return this.#opened.document;
  }

  get docs(): Opened['docs'] {
    return this.#opened.docs;
  }

  get comments(): CommentList {
    return this.#opened.comments;
  }

  /** The time by this person's clock, which never stands still. */
  now(): Date {
    this.#time += SECOND;
    return new Date(this.#time);
  }

  /** Takes an update from somebody else in; the device stores it like one of its own. */
  receive(kind: DocumentKind, update: Uint8Array): void {
    Y.applyUpdate(this.docs[kind], update, 'network');
  }

  /** Ends the program and starts it again from what is stored. */
  reload(): void {
    this.document.close();
    this.comments.close();
    for (const kind of KINDS) this.docs[kind].destroy();
    this.#opened = this.#open();
  }

  #open(): Opened {
    const docs = { d: this.#load('d'), c: this.#load('c'), h: this.#load('h') };
    const { d: doc, c: comments, h: log } = docs;
    const now = () => this.now();
    const { author } = this;
    const document = new WorkbookDocument({ id: this.#id, doc, comments, log, author, now });
    return { docs, document, comments: new CommentList(comments) };
  }

  #load(kind: DocumentKind): Y.Doc {
    const doc = new Y.Doc();
    // By the seed, so that a run can be repeated.
    doc.clientID = Math.floor(this.#random() * 2 ** 32);
    for (const update of this.#stored[kind]) Y.applyUpdate(doc, update, 'storage');
    // As the store does now and then: all rows in one.
    if (this.#random() < 0.3) this.#stored[kind] = [Y.encodeStateAsUpdate(doc)];
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#stored[kind].push(update);
      if (origin !== 'network') this.onWritten(kind, update);
    });
    return doc;
  }
}
