import type { Place } from './workbook.ts';

/**
 * What an importer says about a line of its source.
 * `recognised` what it took the line for; `repaired` what a converter broke and it put right;
 * `unplaced` a line that found no place; `unknown` a value that could not be known and stays empty.
 */
export interface Note {
  readonly kind: 'recognised' | 'repaired' | 'unplaced' | 'unknown';
  /** Counted from 1 in the source. */
  readonly line: number;
  /** The note in the user's words; for an `unplaced` line the line itself. */
  readonly text: string;
  readonly place: Place;
}
