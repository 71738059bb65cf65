import {
  extraColumns,
  indicatorSpans,
  PROJECT_GRID,
  projectHeader
} from '#lib/model/project-layout.ts';
import type { TableRow } from '../paper/lines.ts';
import { readHeadLine } from './head-line.ts';
import { takeApart } from './lines-of-sheet.ts';
import type { ReadForm } from './printed-sheet.ts';
import { formTitles, hasTitles } from './titles-row.ts';

/** Reads a 绩效目标表 in the official form, as `projectHeader` and `indicatorSpans` lay it out. */
export const readProject: ReadForm = (lines, carried) => {
  const { above, rows, note, rest } = takeApart(lines, 2);
  const spans = indicatorSpans(carried.columns);
  const extra = extraColumns(spans);
  const header = projectHeader(extra);
  const block = readHeaderBlock(rows, header);
  const width = PROJECT_GRID + extra;
  if (!block || above.length > 2 || rows.some(({ cells }) => cells.length !== width)) return null;
  const starts = startsOf(spans);
  const below = rows.slice(header.length);
  const titled = hasTitles(readIndicators(below, starts), carried);
  return {
    name: above[0]!.text,
    fields: { ...readHeadLine(above[1]?.text ?? '', carried), ...block },
    columnTitles: titled ? starts.map((start) => below[0]?.cells[start]) : formTitles(carried),
    rows: carried.columns.length === 0 ? null : readIndicators(below.slice(titled ? 1 : 0), starts),
    stands: {
      firstRow: above.length + header.length + (titled ? 1 : 0),
      columns: starts,
      fields: header.flatMap((cells, index) =>
        cells.flatMap((cell) =>
          'field' in cell
            ? [{ field: cell.field, line: above.length + index, cell: cell.start }]
            : []
        )
      )
    },
    note,
    rest
  };
};

/** The values of the header block; null where its labels do not stand where the form has them. */
function readHeaderBlock(
  rows: readonly TableRow[],
  header: ReturnType<typeof projectHeader>
): Record<string, string> | null {
  const values: Record<string, string> = {};
  for (const [index, cells] of header.entries()) {
    for (const cell of cells) {
      const text = rows[index]?.cells[cell.start];
      if (text === undefined) return null;
      if ('field' in cell) values[cell.field] = text;
      else if (text.trim() !== cell.label) return null;
    }
  }
  return values;
}

/** A merged first level is the text of the row where it begins. */
function readIndicators(rows: readonly TableRow[], starts: readonly number[]): string[][] {
  let level1 = '';
  return rows.map(({ cells, covered }) => {
    const texts = starts.map((start) => cells[start] ?? '');
    if (!covered?.includes(0)) level1 = texts[0] ?? '';
    return [level1, ...texts.slice(1)];
  });
}

/** The column of the grid at which each span starts. */
function startsOf(spans: readonly number[]): number[] {
  let next = 0;
  return spans.map((span) => {
    const start = next;
    next += span;
    return start;
  });
}
