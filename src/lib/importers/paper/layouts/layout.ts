import type { Line } from '../lines.ts';
import type { PrintedRow } from './printed-row.ts';

/** A way in which converters print a table as text. */
export interface Layout {
  readonly name: string;
  /** How many of these lines look like this layout. */
  readonly evidence: (lines: readonly Line[]) => number;
  /** The rows of the table, from the lines below its heading. */
  readonly rows: (lines: readonly Line[]) => PrintedRow[];
  /** Where a merged first level is printed: on the first row it spans, or on any of them. */
  readonly mergedText: 'first-row' | 'any-row';
  /** Whether the layout puts more right than spaces, so that every table read by it has to be compared. */
  readonly restores?: true;
}
