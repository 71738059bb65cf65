import { firstMessage, type CommentThread } from '#lib/model/comment.ts';
import { mainColumn, type GridColumn } from './columns.ts';
import { cellKey } from './marks.ts';

/** What a cell shows of its comments: how each thread began, as `批注 王芳：请补充依据`. */
export interface CommentMark {
  readonly said: readonly string[];
}

/** The marks of the cells that threads stand at; a thread of a whole row is shown at its main column. */
export function commentMarksOf(
  threads: readonly CommentThread[],
  columns: readonly GridColumn[]
): ReadonlyMap<string, CommentMark> {
  const marks = new Map<string, CommentMark>();
  const main = mainColumn(columns);
  for (const thread of threads) {
    const first = firstMessage(thread);
    const { row, column = main } = thread.place;
    if (row === undefined || !first) continue;
    const key = cellKey(row, column);
    const said = `批注 ${first.by.name || '未署名'}：${first.text}`;
    marks.set(key, { said: [...(marks.get(key)?.said ?? []), said] });
  }
  return marks;
}
