import type { Author } from '#lib/model/author.ts';
import { firstMessage, type CommentThread } from '#lib/model/comment.ts';

/** Who wrote a comment, as it is said on one's own device. */
export function sayAuthor(by: Author, device: string): string {
  const name = by.name || '未署名';
  return by.id === device ? `${name}（我）` : name;
}

/** How a thread began, in one line: `王芳：请补充依据`. */
export function sayBeginning(thread: CommentThread): string {
  const first = firstMessage(thread);
  return first ? `${first.by.name || '未署名'}：${first.text}` : '';
}
