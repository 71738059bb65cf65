import { mentionsIn } from '#lib/model/comment-mention.ts';
import { isSpoken, messagesOf, type CommentThread } from '#lib/model/comment.ts';
import {
  compareThreads,
  sheetOf,
  standingOf,
  type PlacedThread
} from '#lib/model/comment-standing.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/** Which threads are listed. */
export type CommentFilter = 'all' | 'open' | 'mine' | 'sheet';

/** By what threads are chosen: `mine` is those that speak to a name, `sheet` those of the sheet on screen. */
export interface Choice {
  readonly filter: CommentFilter;
  readonly name: string;
  readonly sheet: string;
}

/** The threads that pass a filter: open ones first, each kind in the order of the workbook. */
export function listThreads(
  workbook: Workbook,
  threads: readonly CommentThread[],
  choice: Choice
): readonly PlacedThread[] {
  return threads
    .filter((thread) => isSpoken(thread) && passes(workbook, thread, choice))
    .map((thread) => ({ thread, standing: standingOf(workbook, thread) }))
    .sort(compareThreads);
}

/**
 * Whether a thread speaks to somebody of a name: also where its author, offline, did not know the name
 * and typed it.
 */
export function speaksTo(thread: CommentThread, name: string): boolean {
  return messagesOf(thread).some(({ text, mentions }) =>
    mentionsIn(text, [...mentions, name]).includes(name)
  );
}

function passes(
  workbook: Workbook,
  thread: CommentThread,
  { filter, name, sheet }: Choice
): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return !thread.resolved;
    case 'mine':
      return speaksTo(thread, name);
    case 'sheet':
      return (sheetOf(workbook, thread.place)?.id ?? thread.place.sheet) === sheet;
  }
}
