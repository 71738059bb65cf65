import type { CommentThread } from '#lib/model/comment.ts';

/** What somebody without a name shows to others. */
const UNSIGNED = '未署名';

/** Where the names of people come from. */
export interface KnownPeople {
  /** The names that edits are signed with. */
  readonly editors: readonly string[];
  /** The names of those who are here now. */
  readonly peers: readonly string[];
  readonly threads: readonly CommentThread[];
  /** The name that one signs with oneself. */
  readonly own: string;
}

/** The people whom a comment can speak to: whoever is here, has edited or has commented, each name once. */
export function knownPeople(known: KnownPeople): readonly string[] {
  const { editors, peers, threads, own } = known;
  const commenters = threads.flatMap(({ remarks }) => remarks.map(({ by }) => by.name));
  const names = new Set([...peers, ...commenters, ...editors]);
  for (const name of ['', UNSIGNED, own]) names.delete(name);
  return [...names];
}
