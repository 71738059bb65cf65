import { fieldsOf, isProse, PROJECT_TABLE_FIELDS } from '#lib/model/fields.ts';
import { COVER_FIELDS, ownFieldText } from '#lib/model/own-field.ts';
import { projectName } from '#lib/model/project-name.ts';
import {
  cellText,
  fieldText,
  type Column,
  type Place,
  type Row,
  type Sheet,
  type Workbook
} from '#lib/model/workbook.ts';
import type { Pattern, Range } from './pattern.ts';

/** What of a workbook is searched. */
export interface Scope {
  readonly sheets: readonly Sheet[];
  /** What of them: all; the rows, which 指标总表 shows; or what 项目总表 has columns for. */
  readonly parts: 'all' | 'indicators' | 'projects';
  /** The workbook, where its cover is searched too; null otherwise. */
  readonly cover: Workbook | null;
}

/** What of a sheet can be found beside its fields and cells; `name` is the project's, as 项目总表 shows it. */
export type MatchedProperty = 'title' | 'note' | 'number' | 'name';

/**
 * Something that was found: a cell or a line with all that matches in it, or one passage of a long text.
 * Cells and lines count once, as in a spreadsheet.
 */
export interface Match {
  /** Of a title, number or note, the whole sheet; of the cover, a field of no sheet. */
  readonly place: Place;
  readonly property: MatchedProperty | null;
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
 * Searches from top to bottom, in steps of a row or of what surrounds the rows. Yields what it finds, and
 * null after a step without a find, so that the caller may pause. A first level that is shown merged is
 * found once.
 */
export function* search(
  { sheets, parts, cover }: Scope,
  pattern: Pattern,
  searched: SearchedRows
): Generator<Match | null, void> {
  if (cover) yield* inCover(cover, pattern);
  for (const sheet of sheets) {
    if (parts === 'projects') {
      yield* inTableOfProjects(sheet, pattern);
      yield null;
      continue;
    }
    if (parts === 'all') {
      yield* inLine({ sheet: sheet.id }, 'title', sheet.title, pattern);
      yield* inFields(sheet, pattern);
    }
    yield* inRows(sheet, pattern, searched);
    if (parts === 'all') yield* inPassages({ sheet: sheet.id }, 'note', sheet.note, pattern);
  }
}

function* inCover(workbook: Workbook, pattern: Pattern): Generator<Match> {
  for (const field of COVER_FIELDS) {
    yield* inPassages({ field }, null, ownFieldText(workbook, field), pattern);
  }
}

function* inTableOfProjects(sheet: Sheet, pattern: Pattern): Generator<Match> {
  for (const field of PROJECT_TABLE_FIELDS) {
    const place = { sheet: sheet.id, field };
    if (field === 'number') yield* inLine({ sheet: sheet.id }, field, sheet.number, pattern);
    else if (field === 'projectName') yield* inLine(place, 'name', projectName(sheet), pattern);
    else yield* inLine(place, null, fieldText(sheet, field), pattern);
  }
}

function* inRows(sheet: Sheet, pattern: Pattern, searched: SearchedRows): Generator<Match | null> {
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
}

function* inLine(
  place: Place,
  property: MatchedProperty | null,
  text: string,
  pattern: Pattern
): Generator<Match> {
  const ranges = pattern(text);
  if (ranges.length > 0) yield { place, property, text, ranges };
}

function* inFields(sheet: Sheet, pattern: Pattern): Generator<Match> {
  for (const { id: field } of fieldsOf(sheet.kind)) {
    const text = fieldText(sheet, field);
    const place = { sheet: sheet.id, field };
    if (isProse(sheet.kind, field)) yield* inPassages(place, null, text, pattern);
    else yield* inLine(place, null, text, pattern);
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
