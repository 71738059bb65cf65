import type { CommentThread } from './comment.ts';
import { placeName, shortSheetName } from './place-name.ts';
import { findSheet, type Place, type Sheet, type Workbook } from './workbook.ts';

/** Where a thread stands in the workbook as it is now. */
export interface Standing {
  /** The place to go to; null where the row or the sheet is deleted. */
  readonly place: Place | null;
  /** The same in the user's words: `3.河道清淤专项经费 · 第 2 行 指标值`, `已删除的行`. */
  readonly name: string;
  /** By which threads are listed: the sheet, counted from 0, then the row, -1 above the rows. */
  readonly at: readonly [sheet: number, row: number];
}

/** A thread with the place where it stands now. */
export interface PlacedThread {
  readonly thread: CommentThread;
  readonly standing: Standing;
}

/** What stands below everything that is still there. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Where a thread stands: rows are found wherever they were moved to. */
export function standingOf(workbook: Workbook, { place }: Pick<CommentThread, 'place'>): Standing {
  const sheet = sheetOf(workbook, place);
  if (place.sheet === undefined) return { place: {}, name: '整个工作簿', at: [-1, -1] };
  if (!sheet) {
    const known = findSheet(workbook, place.sheet);
    if (!known) return { place: null, name: '已删除的表', at: [LAST, 1] };
    return { place: null, name: `${shortSheetName(known)} · 已删除的行`, at: [LAST, 0] };
  }
  const row = place.row === undefined ? -1 : (rowsOf(sheet).get(place.row) ?? -1);
  const now = { ...place, sheet: sheet.id };
  return {
    place: now,
    name: `${shortSheetName(sheet)} · ${placeName(sheet, now)}`,
    at: [workbook.sheets.indexOf(sheet), row]
  };
}

/** The sheet that a place is in now; undefined where the sheet or the row is deleted. */
export function sheetOf({ sheets }: Workbook, { sheet, row }: Place): Sheet | undefined {
  const known = sheets.find(({ id }) => id === sheet);
  if (row === undefined || (known && rowsOf(known).has(row))) return known;
  return sheets.find((one) => rowsOf(one).has(row));
}

const rows = new WeakMap<Sheet, ReadonlyMap<string, number>>();

/** The rows of a sheet by id, with the number of each. A sheet that an edit leaves alone keeps them. */
function rowsOf(sheet: Sheet): ReadonlyMap<string, number> {
  const known = rows.get(sheet);
  if (known) return known;
  const found = new Map(sheet.rows.map(({ id }, at) => [id, at]));
  rows.set(sheet, found);
  return found;
}

/** Which of two threads is listed first: an open one before a resolved one, then by the workbook. */
export function compareThreads(one: PlacedThread, other: PlacedThread): number {
  const [sheet, row] = one.standing.at;
  const [otherSheet, otherRow] = other.standing.at;
  return (
    Number(one.thread.resolved) - Number(other.thread.resolved) ||
    sheet - otherSheet ||
    row - otherRow ||
    beginningOf(one.thread) - beginningOf(other.thread)
  );
}

function beginningOf({ remarks }: CommentThread): number {
  return remarks[0]?.order ?? 0;
}
