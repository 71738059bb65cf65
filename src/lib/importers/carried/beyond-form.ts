import { isNumbered } from '#lib/model/column-headings.ts';
import type { Note } from '#lib/model/note.ts';
import {
  extraColumns,
  indicatorSpans,
  PROJECT_GRID,
  projectHeader
} from '#lib/model/project-layout.ts';
import type { CarriedSheet } from '#lib/model/skeleton.ts';
import type { Line } from '../paper/lines.ts';

/** The lines of a sheet with the table of its form, and what stood beside that. */
export interface WithinForm {
  readonly lines: readonly [Line, ...Line[]];
  readonly notes: readonly Note[];
}

/**
 * Takes remarks out of a sheet that were written to the right of its table. A column that has a title, and
 * texts below it, is no remark: with it the table is another one than that of the form.
 */
export function cutBeyondForm(
  lines: readonly [Line, ...Line[]],
  carried: CarriedSheet
): WithinForm {
  const form = formOf(carried);
  const table = lines.find(({ row }) => row !== undefined)?.row?.table;
  const rows = lines.flatMap(({ row }) => (row && row.table === table ? [row.cells] : []));
  const beyond = rows[0] && form && form.width > 0 ? columnsFrom(form.width, rows[0].length) : [];
  const isRemark = (column: number) =>
    rows[form!.titles]?.[column] === '' ||
    rows.filter((cells) => cells[column] !== '').length === 1;
  if (!form || beyond.length === 0 || !beyond.every(isRemark)) return { lines, notes: [] };
  const cut = (line: Line): Line =>
    line.row?.table === table ? { ...line, row: withinWidth(line.row!, form.width) } : line;
  const notes = lines.flatMap(({ number, row }) =>
    (row?.table === table ? row!.cells.slice(form.width) : [])
      .filter((text) => text !== '')
      .map((text): Note => ({ kind: 'unplaced', line: number, text, place: { sheet: carried.id } }))
  );
  const [first, ...others] = lines;
  return { lines: [cut(first), ...others.map(cut)], notes };
}

/** How many columns the table of a sheet has, and which of its rows names them, from 0. */
function formOf({ kind, form, columns }: CarriedSheet): { width: number; titles: number } | null {
  switch (kind) {
    case 'project': {
      const extra = extraColumns(indicatorSpans(columns));
      return { width: PROJECT_GRID + extra, titles: projectHeader(extra).length };
    }
    case 'disclosure':
      return { width: columns.length + (isNumbered(form) ? 1 : 0), titles: 0 };
    case 'free':
      return { width: columns.length, titles: 0 };
    default:
      return null;
  }
}

function columnsFrom(width: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - width) }, (_, index) => width + index);
}

function withinWidth({ covered, ...row }: NonNullable<Line['row']>, width: number): Line['row'] {
  const within = covered?.filter((column) => column < width) ?? [];
  return {
    ...row,
    cells: row.cells.slice(0, width),
    ...(within.length > 0 ? { covered: within } : {})
  };
}
