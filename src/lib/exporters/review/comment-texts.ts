import { compareThreads, standingOf, type PlacedThread } from '#lib/model/comment-standing.ts';
import { isSpoken, messagesOf, type CommentThread, type Message } from '#lib/model/comment.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/** What a review says of one thread of comments, in the order of its columns. */
export type CommentTexts = readonly [state: string, place: string, said: string];

/** What a review says of the comments on a workbook: open ones first, in the order of the workbook. */
export function commentTexts(
  workbook: Workbook,
  threads: readonly CommentThread[]
): readonly CommentTexts[] {
  return threads
    .filter(isSpoken)
    .map((thread) => ({ thread, standing: standingOf(workbook, thread) }))
    .sort(compareThreads)
    .map(textsOf);
}

function textsOf({ thread, standing }: PlacedThread): CommentTexts {
  const said = messagesOf(thread).filter(({ deleted }) => !deleted);
  return [thread.resolved ? '已解决' : '未解决', standing.name, said.map(lineOf).join('\n')];
}

function lineOf({ by, at, text }: Message): string {
  return `${by.name || '未署名'}（${at.slice(0, 10)}）：${text}`;
}
