import * as decoding from 'lib0/decoding';

const AWARENESS = 1;
/** Besides presence: sync, token, question for presence, answer to sync, closing of a document. */
const KNOWN: readonly number[] = [0, 2, 3, 4, 7];
/** A state of 1 KiB, with room for those of others that a client may repeat. */
const LARGEST_PRESENCE = 256 * 1024;

/** Whether a message is one that the project's own clients send, by its type and size. */
export function isKnownFrame(frame: Uint8Array): boolean {
  const type = typeOf(frame);
  if (type === AWARENESS) return frame.length <= LARGEST_PRESENCE;
  return type !== null && KNOWN.includes(type);
}

/** A frame begins with the name of a document and a type; null where that cannot be read. */
function typeOf(frame: Uint8Array): number | null {
  try {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarString(decoder);
    return decoding.readVarUint(decoder);
  } catch {
    return null;
  }
}
