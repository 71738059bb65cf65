/** Ids of sheets, rows, columns and fields. No underscore: names that begin with one are the document's own. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/;

/** Ids of workbooks: 22 random characters, which is 128 bits, so that knowing one is no accident. */
export const WORKBOOK_ID_PATTERN = /^[A-Za-z0-9]{22}$/;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 10;
const WORKBOOK_ID_LENGTH = 22;

/** Where new ids come from. A test passes a counter to get the same ids again. */
export type IdSource = () => string;

/** A new random id for a sheet or a row: 10 characters, 59 bits. */
export function newId(): string {
  return randomText(ID_LENGTH);
}

/** A new random id for a workbook. */
export function newWorkbookId(): string {
  return randomText(WORKBOOK_ID_LENGTH);
}

/** Ids `prefix1`, `prefix2` … for tests and for results that must be repeatable. */
export function countingIds(prefix = 'n'): IdSource {
  let count = 0;
  return () => `${prefix}${++count}`;
}

function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      // Bytes above the last multiple of 62 would favour the first letters.
      if (byte < 248 && text.length < length) text += ALPHABET[byte % ALPHABET.length];
    }
  }
  return text;
}
