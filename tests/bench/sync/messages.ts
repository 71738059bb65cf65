import * as encoding from 'lib0/encoding';

/** The types of Hocuspocus' messages, and of those that bring documents in step. */
export const MESSAGE = { sync: 0, presence: 1, token: 2, reply: 4, status: 8 } as const;
export const SYNC = { question: 0, answer: 1, update: 2 } as const;
/** What the answer to a good token begins with. */
export const AUTHENTICATED = 2;

/** A message about a document: its name, a type, and what `write` adds. */
export function frameOf(
  name: string,
  type: number,
  write: (encoder: encoding.Encoder) => void
): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
