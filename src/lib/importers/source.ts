import type { Note } from '#lib/model/note.ts';
import type { Skeleton } from '#lib/model/skeleton.ts';
import type { Line } from './paper/lines.ts';

/** What the reader of a format makes of a file, before anybody asks what its tables are. */
export interface Source {
  /** In reading order, numbered from 1 without a gap; headers and footers of pages are not among them. */
  readonly lines: readonly Line[];
  /** About the file rather than the paper: tracked changes taken as accepted, hidden rows kept. */
  readonly notes: readonly Note[];
  /**
   * What the file carries of the workbook it was exported from. Then the lines that begin a sheet have its
   * anchor; the heading of a sheet, the line above its table and its note are lines without `row`; and
   * the texts are verbatim.
   */
  readonly carried?: Skeleton;
}
