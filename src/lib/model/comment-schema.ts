import * as v from 'valibot';
import {
  LONGEST_MESSAGE,
  LONGEST_QUOTE,
  type Message,
  type ThreadHead,
  type Turn
} from './comment.ts';
import { id, key } from './waiver-schema.ts';

/** More people than this are not spoken to in one message. */
const MOST_MENTIONS = 50;

const name = v.pipe(v.string(), v.maxLength(128));

/** Who wrote something. */
export const author = v.object({ id: name, name });

/** What orders the remarks of several people; see `orderAfter`. */
export const order = v.pipe(v.number(), v.safeInteger());

const threadHead = v.object({
  id,
  place: v.object({
    sheet: v.optional(id),
    row: v.optional(id),
    column: v.optional(key),
    field: v.optional(key)
  }),
  quote: v.pipe(v.string(), v.maxLength(LONGEST_QUOTE))
});

const remark = {
  id,
  thread: id,
  order,
  by: author,
  at: v.pipe(v.string(), v.isoTimestamp())
};

const message = v.object({
  kind: v.literal('message'),
  ...remark,
  text: v.pipe(v.string(), v.maxLength(LONGEST_MESSAGE)),
  deleted: v.boolean(),
  mentions: v.pipe(v.array(name), v.maxLength(MOST_MENTIONS))
});

const turn = v.object({ kind: v.literal('turn'), ...remark, resolved: v.boolean() });

const anyRemark = v.variant('kind', [message, turn]);

/** What a thread is about, from a foreign hand, as whoever may comment writes it; null where it is none. */
export function readThreadHead(data: unknown): ThreadHead | null {
  const result = v.safeParse(threadHead, data);
  return result.success ? result.output : null;
}

/** A message or turn from a foreign hand; null where it is none. */
export function readRemark(data: unknown): Message | Turn | null {
  const result = v.safeParse(anyRemark, data);
  return result.success ? result.output : null;
}
