import * as v from 'valibot';
import { author, order } from './comment-schema.ts';
import { LONGEST_OPINION, type ReviewStep } from './review.ts';
import { id } from './waiver-schema.ts';

/** More late edits than this are not decided on in one step. */
export const MOST_DECIDED = 5000;

const step = v.object({
  id,
  kind: v.picklist([
    'submitted',
    'withdrawn',
    'returned',
    'approved',
    'unlocked',
    'adopted',
    'declined'
  ]),
  order,
  by: author,
  at: v.pipe(v.string(), v.isoTimestamp()),
  note: v.pipe(v.string(), v.maxLength(LONGEST_OPINION)),
  late: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(MOST_DECIDED))
});

/**
 * A step of a review from a foreign hand, as whoever may comment writes it; null where it is none, or one
 * of a later version of the program.
 */
export function readReviewStep(data: unknown): ReviewStep | null {
  const result = v.safeParse(step, data);
  return result.success ? result.output : null;
}
