import { columnName } from '#lib/model/column-name.ts';
import { fieldTitle } from '#lib/model/fields.ts';
import { ownFieldText, ownFieldTitle, WHOLE_PAPER } from '#lib/model/own-field.ts';
import type { Problem } from '#lib/model/problem.ts';
import {
  cellText,
  fieldText,
  findSheet,
  sheetName,
  type Place,
  type Sheet,
  type Workbook
} from '#lib/model/workbook.ts';

/** A row of a sheet that a problem rests on, with its texts and the columns that are meant. */
export interface EndRow {
  readonly id: string;
  /** From 1, as the grid counts them. */
  readonly number: number;
  readonly texts: readonly string[];
  /** The places of the columns; empty where the whole row is meant. */
  readonly marked: ReadonlySet<number>;
}

/** A field of a sheet that a problem rests on. A long text is cut to what is around the passage. */
export interface EndField {
  readonly title: string;
  readonly before: string;
  /** The passage; the whole text where no passage is meant. */
  readonly passage: string;
  readonly after: string;
}

/** What a problem rests on in one sheet. */
export interface End {
  readonly name: string;
  readonly places: readonly Place[];
  readonly columns: readonly string[];
  readonly rows: readonly EndRow[];
  readonly fields: readonly EndField[];
}

/** Signs of prose that are shown before and after a passage. */
const AROUND = 60;

/** What a problem rests on, sheet by sheet, its own place first. Places that are gone are left out. */
export function endsOf(workbook: Workbook, { place, related }: Problem): readonly End[] {
  const bySheet = new Map<string, Place[]>();
  for (const one of [place, ...related]) {
    const key = endKey(one);
    bySheet.set(key, [...(bySheet.get(key) ?? []), one]);
  }
  return [...bySheet.values()].flatMap((places) => {
    if (places[0]!.sheet === undefined) return [ownEnd(workbook, places)];
    const sheet = findSheet(workbook, places[0]!.sheet);
    return sheet ? [endOf(sheet, places)] : [];
  });
}

/** What a problem rests on in the properties of the workbook. */
function ownEnd(workbook: Workbook, places: readonly Place[]): End {
  const fields = places.map(({ field, range }) =>
    endField(ownFieldTitle(field), ownFieldText(workbook, field), range)
  );
  return { name: WHOLE_PAPER, places, columns: [], rows: [], fields };
}

/** Passages of prose stand apart even in one sheet: it is they that are compared. */
function endKey({ sheet = '', field, range }: Place): string {
  return range ? [sheet, field, ...range].join(' ') : sheet;
}

function endOf(sheet: Sheet, places: readonly Place[]): End {
  const marks = new Map<string, Set<number>>();
  for (const { row, column } of places) {
    if (row === undefined) continue;
    const marked = marks.get(row) ?? new Set();
    const at = sheet.columns.findIndex(({ id }) => id === column);
    if (at >= 0) marked.add(at);
    marks.set(row, marked);
  }
  const whole = sheet.rows.flatMap((row, at) => {
    const marked = marks.get(row.id);
    const texts = sheet.columns.map(({ id }) => cellText(row, id));
    return marked ? [{ id: row.id, number: at + 1, texts, marked }] : [];
  });
  // Columns in which nothing stands would only part what is compared.
  const filled = sheet.columns.flatMap((_, at) =>
    whole.some(({ texts, marked }) => texts[at] !== '' || marked.has(at)) ? [at] : []
  );
  const rows = whole.map(({ texts, marked, ...row }) => ({
    ...row,
    texts: filled.map((at) => texts[at]!),
    marked: new Set(filled.flatMap((at, across) => (marked.has(at) ? [across] : [])))
  }));
  return {
    name: sheetName(sheet),
    places,
    columns: filled.map((at) => columnName(sheet.columns, at)),
    rows,
    fields: places.flatMap(({ field, range }) =>
      field === undefined
        ? []
        : [endField(fieldTitle(sheet.kind, field), fieldText(sheet, field), range)]
    )
  };
}

function endField(title: string, text: string, range: Place['range']): EndField {
  const [from, to] = range ?? [0, text.length];
  const start = Math.max(0, from - AROUND);
  const end = Math.min(text.length, to + AROUND);
  return {
    title,
    before: `${start > 0 ? '…' : ''}${text.slice(start, from)}`,
    passage: text.slice(from, to),
    after: `${text.slice(to, end)}${end < text.length ? '…' : ''}`
  };
}
