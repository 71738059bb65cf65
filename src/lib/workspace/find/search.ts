import { fieldsOf, isProse } from '#lib/model/fields.ts';
import {
  cellText,
  fieldText,
  type Column,
  type Place,
  type Row,
  type Sheet
} from '#lib/model/workbook.ts';
import type { Pattern, Range } from './pattern.ts';

/**
 * Something that was found: a cell or a line with all that matches in it, or one passage of a long text.
 * Cells and lines count once, as in a spreadsheet.
 */
export interface Match {
  /** Of a title or note, the whole sheet. */
  readonly place: Place;
  readonly property: 'title' | 'note' | null;
  /** The text that it was found in. */
  readonly text: string;
  /** What matches in it, from left to right. */
  readonly ranges: readonly Range[];
}

/** What was found in a row, column by column, while its sheet had these columns. */
interface RowHits {
  readonly columns: readonly Column[];
  readonly hits: readonly (readonly [column: string, ranges: readonly Range[]])[];
}

/** Rows that were searched before with the same pattern: rows that have not changed are the same objects. */
export type SearchedRows = WeakMap<Row, RowHits>;

const NO_HITS: RowHits['hits'] = [];

/**
 * Searches sheets from top to bottom, in steps of a row or of what surrounds the rows. Yields what it
 * finds, and null after a step without a find, so that the caller may pause. A first level that is shown
 * merged is found once.
 * @param rowsOnly leaves out what is not shown in a grid over several sheets: titles, fields and notes
 */
export function* search(
  sheets: readonly Sheet[],
  pattern: Pattern,
  searched: SearchedRows,
  rowsOnly: boolean
): Generator<Match | null, void> {
  for (const sheet of sheets) {
    if (!rowsOnly) {
      yield* inLine(sheet, 'title', pattern);
      yield* inFields(sheet, pattern);
    }
    let above = '';
    for (const row of sheet.rows) {
      const hits = hitsIn(sheet, row, pattern, searched);
      if (hits.length === 0) yield null;
      const level1 = cellText(row, 'level1');
      for (const [column, ranges] of hits) {
        if (column === 'level1' && level1 === above) continue;
        const place = { sheet: sheet.id, row: row.id, column };
        yield { place, property: null, text: cellText(row, column), ranges };
      }
      above = level1;
    }
    if (!rowsOnly) yield* inPassages({ sheet: sheet.id }, 'note', sheet.note, pattern);
  }
}

function* inLine({ id, title }: Sheet, property: 'title', pattern: Pattern): Generator<Match> {
  const ranges = pattern(title);
  if (ranges.length > 0) yield { place: { sheet: id }, property, text: title, ranges };
}

function* inFields(sheet: Sheet, pattern: Pattern): Generator<Match> {
  for (const { id: field } of fieldsOf(sheet.kind)) {
    const text = fieldText(sheet, field);
    const place = { sheet: sheet.id, field };
    if (isProse(sheet.kind, field)) yield* inPassages(place, null, text, pattern);
    else {
      const ranges = pattern(text);
      if (ranges.length > 0) yield { place, property: null, text, ranges };
    }
  }
}

function* inPassages(
  place: Place,
  property: 'note' | null,
  text: string,
  pattern: Pattern
): Generator<Match> {
  for (const range of pattern(text)) {
    const at = property === null ? { ...place, range } : place;
    yield { place: at, property, text, ranges: [range] };
  }
}

function hitsIn(
  { columns }: Sheet,
  row: Row,
  pattern: Pattern,
  searched: SearchedRows
): RowHits['hits'] {
  const known = searched.get(row);
  if (known?.columns === columns) return known.hits;
  const hits = columns.flatMap(({ id }) => {
    const ranges = pattern(cellText(row, id));
    return ranges.length > 0 ? [[id, ranges] as const] : [];
  });
  searched.set(row, { columns, hits: hits.length > 0 ? hits : NO_HITS });
  return hits;
}
