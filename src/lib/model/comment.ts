import type { Author } from './author.ts';
import type { Place } from './workbook.ts';

/** The longest text of a message, in UTF-16 units, as a text field counts them. */
export const LONGEST_MESSAGE = 2000;

/** How much of the text that a thread is about is kept with it, in UTF-16 units. */
export const LONGEST_QUOTE = 120;

/** What a thread is about. Written once and never changed. */
export interface ThreadHead {
  readonly id: string;
  /** A cell, a row, a field or a whole sheet, by ids: rows put in above do not move it. */
  readonly place: Place;
  /** What stood there when the thread began, cut to its beginning; empty for a row or a sheet. */
  readonly quote: string;
}

interface Remark {
  readonly id: string;
  readonly thread: string;
  /**
   * Milliseconds by which the remarks of a thread are ordered: the time of writing, but later than
   * every remark that its author saw. A clock that is wrong by a year puts no answer before its question.
   */
  readonly order: number;
  readonly by: Author;
  /** When it was written by the clock of its author, ISO 8601. */
  readonly at: string;
}

/** What somebody said in a thread. */
export interface Message extends Remark {
  readonly kind: 'message';
  /** Empty once its author has deleted it: then nobody keeps the words. */
  readonly text: string;
  readonly deleted: boolean;
  /** The names of the people whom the text speaks to. */
  readonly mentions: readonly string[];
}

/** That somebody resolved a thread, or opened it again. */
export interface Turn extends Remark {
  readonly kind: 'turn';
  readonly resolved: boolean;
}

/** A thread of comments: what it is about, and all that was said and done in it. */
export interface CommentThread extends ThreadHead {
  /** In order; the first one that is a message began it. */
  readonly remarks: readonly (Message | Turn)[];
  readonly resolved: boolean;
}

/** Puts a thread together from its remarks in whatever order they came. */
export function threadOf(head: ThreadHead, remarks: readonly (Message | Turn)[]): CommentThread {
  const ordered = [...remarks].sort(
    (a, b) => a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
  const turn = ordered.findLast((remark): remark is Turn => remark.kind === 'turn');
  return { ...head, remarks: ordered, resolved: turn?.resolved ?? false };
}

/** The order of a remark that follows those of a thread, written at a time in milliseconds. */
export function orderAfter(remarks: readonly { readonly order: number }[], now: number): number {
  return remarks.reduce((last, { order }) => Math.max(last, order + 1), now);
}

/** What was said in a thread, deleted messages too, in order. */
export function messagesOf({ remarks }: CommentThread): readonly Message[] {
  return remarks.filter((remark): remark is Message => remark.kind === 'message');
}

/** Whether anything is left of a thread: one whose messages are all deleted is not shown. */
export function isSpoken(thread: CommentThread): boolean {
  return messagesOf(thread).some(({ deleted }) => !deleted);
}

/** The first message of a thread that is not deleted; undefined where none is left. */
export function firstMessage(thread: CommentThread): Message | undefined {
  return messagesOf(thread).find(({ deleted }) => !deleted);
}

/** Whether two places of threads are the same cell, row, field or sheet. */
export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.field === other.field &&
    // A row keeps its id when it is moved to another sheet.
    (one.row !== undefined || one.sheet === other.sheet)
  );
}
