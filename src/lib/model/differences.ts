import { propertyText, type WorkbookProperty } from './workbook-property.ts';
import {
  cellText,
  fieldText,
  type Column,
  type Place,
  type Row,
  type Sheet,
  type Workbook
} from './workbook.ts';

/** One way in which a later state of a workbook differs from an earlier one. */
export type Difference =
  /** A cell or field; its row and sheet are in both. */
  | {
      readonly kind: 'text';
      readonly place: Place;
      readonly was: string;
      readonly now: string;
    }
  /** A row that is in one of them only, or that stands in another sheet or order. */
  | {
      readonly kind: 'row';
      readonly change: 'added' | 'deleted' | 'moved';
      readonly sheet: string;
      readonly row: Row;
    }
  | {
      readonly kind: 'sheet';
      readonly change: 'added' | 'deleted' | 'moved';
      readonly sheet: Sheet;
    }
  /** The title, number, note … of a sheet. */
  | {
      readonly kind: 'sheet-text';
      readonly sheet: string;
      readonly property: SheetText;
      readonly was: string;
      readonly now: string;
    }
  /** The columns of a free sheet. */
  | {
      readonly kind: 'columns';
      readonly sheet: string;
      readonly was: readonly Column[];
      readonly now: readonly Column[];
    }
  | {
      readonly kind: 'workbook';
      readonly property: WorkbookProperty;
      readonly was: string;
      readonly now: string;
    };

type SheetText = 'title' | 'number' | 'note' | 'form';

const SHEET_TEXTS: readonly SheetText[] = ['title', 'number', 'note', 'form'];
const PROPERTIES: readonly WorkbookProperty[] = [
  'title',
  'year',
  'region',
  'department',
  'form',
  'cover',
  'contents'
];

/**
 * What is different in `after`, compared by ids: workbook, then sheet by sheet in the order of `after`, and
 * what is gone last. The rows of a sheet that is in one of them only are not listed apart.
 */
export function differencesBetween(before: Workbook, after: Workbook): readonly Difference[] {
  if (before === after) return [];
  const former = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
  const present = new Set(after.sheets.map(({ id }) => id));
  const rows = formerRows(before);
  const moved = movedIn(idsOf(before.sheets), idsOf(after.sheets));
  return [
    ...propertyDifferences(before, after),
    ...after.sheets.flatMap((sheet): readonly Difference[] => {
      const was = former.get(sheet.id);
      if (!was) return [{ kind: 'sheet', change: 'added', sheet }];
      const move: Difference = { kind: 'sheet', change: 'moved', sheet };
      return [
        ...(moved.has(sheet.id) ? [move] : []),
        ...(was === sheet ? [] : sheetDifferences(was, sheet, rows))
      ];
    }),
    ...deletedRows(before, after, present),
    ...before.sheets
      .filter(({ id }) => !present.has(id))
      .map((sheet): Difference => ({ kind: 'sheet', change: 'deleted', sheet }))
  ];
}

function propertyDifferences(before: Workbook, after: Workbook): readonly Difference[] {
  return PROPERTIES.flatMap((property): readonly Difference[] => {
    const [was, now] = [propertyText(before, property), propertyText(after, property)];
    return was === now ? [] : [{ kind: 'workbook', property, was, now }];
  });
}

interface FormerRow {
  readonly sheet: string;
  readonly row: Row;
}

function formerRows({ sheets }: Workbook): ReadonlyMap<string, FormerRow> {
  return new Map(
    sheets.flatMap(({ id, rows }) => rows.map((row) => [row.id, { sheet: id, row }] as const))
  );
}

function sheetDifferences(
  was: Sheet,
  now: Sheet,
  rows: ReadonlyMap<string, FormerRow>
): readonly Difference[] {
  const sheet = now.id;
  const texts = SHEET_TEXTS.filter((property) => was[property] !== now[property]).map(
    (property): Difference => ({
      kind: 'sheet-text',
      sheet,
      property,
      was: was[property],
      now: now[property]
    })
  );
  const columns: Difference = { kind: 'columns', sheet, was: was.columns, now: now.columns };
  const fields = namesIn(was.fields, now.fields).flatMap((field) =>
    textDifference({ sheet, field }, fieldText(was, field), fieldText(now, field))
  );
  const moved = movedIn(idsOf(was.rows), idsOf(now.rows));
  const inRows = now.rows.flatMap((row): readonly Difference[] => {
    const former = rows.get(row.id);
    if (!former) return [{ kind: 'row', change: 'added', sheet, row }];
    const isMoved = former.sheet !== sheet || moved.has(row.id);
    const move: Difference = { kind: 'row', change: 'moved', sheet, row };
    return [...(isMoved ? [move] : []), ...cellDifferences(sheet, former.row, row)];
  });
  return [...texts, ...(sameColumns(was, now) ? [] : [columns]), ...fields, ...inRows];
}

function sameColumns({ columns: was }: Sheet, { columns: now }: Sheet): boolean {
  const same = ({ id, title }: Column, at: number) => id === was[at]?.id && title === was[at].title;
  return was === now || (was.length === now.length && now.every(same));
}

function cellDifferences(sheet: string, was: Row, now: Row): readonly Difference[] {
  if (was === now) return [];
  return namesIn(was.cells, now.cells).flatMap((column) =>
    textDifference({ sheet, row: now.id, column }, cellText(was, column), cellText(now, column))
  );
}

function textDifference(place: Place, was: string, now: string): readonly Difference[] {
  return was === now ? [] : [{ kind: 'text', place, was, now }];
}

/** The rows that are nowhere any more though their sheet still is. */
function deletedRows(
  before: Workbook,
  after: Workbook,
  sheets: ReadonlySet<string>
): readonly Difference[] {
  const present = formerRows(after);
  return before.sheets
    .filter(({ id }) => sheets.has(id))
    .flatMap(({ id, rows }) =>
      rows
        .filter((row) => !present.has(row.id))
        .map((row): Difference => ({ kind: 'row', change: 'deleted', sheet: id, row }))
    );
}

function namesIn(a: Readonly<Record<string, string>>, b: typeof a): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}

/**
 * Which of the ids that both lists have stand elsewhere among them: all but a longest run that kept its
 * order, so that moving one thing over ten counts as one.
 */
export function movedIn(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, at) => [id, at]));
  const common = after.filter((id) => places.has(id));
  if (common.every((id, at) => at === 0 || places.get(common[at - 1]!)! < places.get(id)!)) {
    return new Set();
  }
  // The longest increasing subsequence: `ends[n]` is where the best of length n + 1 ends so far.
  const ends: string[] = [];
  const previous = new Map<string, string | undefined>();
  for (const id of common) {
    const place = places.get(id)!;
    const length = countWhile(ends, (end) => places.get(end)! < place);
    previous.set(id, ends[length - 1]);
    ends[length] = id;
  }
  const kept = new Set<string>();
  for (let id = ends.at(-1); id !== undefined; id = previous.get(id)) kept.add(id);
  return new Set(common.filter((id) => !kept.has(id)));
}

/** How many items at the beginning of a list hold, where none does behind one that does not. */
function countWhile<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
