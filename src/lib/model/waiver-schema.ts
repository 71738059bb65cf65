import * as v from 'valibot';
import { ID_PATTERN } from './ids.ts';
import { LONGEST_PROSE, LONGEST_TEXT } from './text-limits.ts';
import type { Waiver } from './workbook.ts';

/** The shared document keeps under this id what belongs to the whole workbook. */
const RESERVED_ID = 'w';

/** An id of a column or a field. */
export const key = v.pipe(v.string(), v.regex(ID_PATTERN));

/** An id of a sheet, a row or a waiver. */
export const id = v.pipe(key, v.notValue(RESERVED_ID));

/** A text of one line. */
export const text = v.pipe(v.string(), v.maxBytes(LONGEST_TEXT, 'longer than 32 KiB'));

/** A text of any number of paragraphs. */
export const prose = v.pipe(v.string(), v.maxBytes(LONGEST_PROSE, 'longer than 1 MiB'));

const place = v.object({
  sheet: v.optional(id),
  row: v.optional(id),
  column: v.optional(key),
  field: v.optional(key),
  range: v.optional(v.tuple([v.number(), v.number()]))
});

/** An accepted problem. */
export const waiver = v.object({
  id,
  code: v.string(),
  place,
  was: prose,
  reason: text,
  by: text,
  at: text
});

/** A waiver from a foreign hand, as whoever may comment writes them; null where it is none. */
export function readWaiver(data: unknown): Waiver | null {
  const result = v.safeParse(waiver, data);
  return result.success ? result.output : null;
}
