import { OWN_CONTENTS, ownFieldTitle } from '#lib/model/own-field.ts';
import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import {
  cellText,
  fieldText,
  type Place,
  type Row,
  type Sheet,
  type Workbook
} from '#lib/model/workbook.ts';

/** One thing that an edit changes, in the user's words. */
export interface ShownChange {
  /** `河道清淤专项经费 第 3 行 指标值` */
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

/** So many texts of a row tell which one it is: its levels and its name. */
const TELLING = 3;

/** Characters of a text that is shown whole; of a longer one only what is changed. */
const SHOWN_WHOLE = 80;

/** Characters shown on either side of what is changed. */
const AROUND = 12;

/** What differs in the fields and rows of two states of a workbook that have the same sheets. */
export function shownChanges(before: Workbook, after: Workbook): readonly ShownChange[] {
  const sheets = new Map(after.sheets.map((sheet) => [sheet.id, sheet]));
  const within = before.sheets.flatMap((sheet) => {
    const now = sheets.get(sheet.id);
    if (!now || now === sheet) return [];
    return [...changedFields(sheet, now), ...changedRows(sheet, now)];
  });
  return [...changedContents(before, after), ...within];
}

/** The 目录 is the one property that fixes change. */
function changedContents(before: Workbook, after: Workbook): readonly ShownChange[] {
  if (before.contents === after.contents) return [];
  const said = ({ contents }: Workbook) => {
    if (contents === null) return OWN_CONTENTS;
    return contents === '' ? '无' : `${contents.split('\n').length} 行`;
  };
  return [{ where: ownFieldTitle('contents'), before: said(before), after: said(after) }];
}

function changedFields(sheet: Sheet, now: Sheet): readonly ShownChange[] {
  return keysOf(sheet.fields, now.fields).flatMap((field) =>
    changedText(sheet, { field }, fieldText(sheet, field), fieldText(now, field))
  );
}

function changedRows(sheet: Sheet, now: Sheet): readonly ShownChange[] {
  if (now.rows === sheet.rows) return [];
  const olds = new Map(sheet.rows.map((row) => [row.id, row]));
  const news = new Map(now.rows.map((row) => [row.id, row]));
  const cells = sheet.rows.flatMap((row) => changedCells(sheet, row, news.get(row.id)));
  const added = now.rows.flatMap((row, at) =>
    olds.has(row.id) ? [] : change(sheet, `新增第 ${at + 1} 行`, '', textsOf(row, now).join(' / '))
  );
  const removed = sheet.rows.flatMap((row, at) =>
    news.has(row.id)
      ? []
      : change(sheet, `删除第 ${at + 1} 行`, textsOf(row, sheet).join(' / '), '')
  );
  const kept = sheet.rows.filter(({ id }) => news.has(id));
  const standing = now.rows
    .filter(({ id }) => olds.has(id))
    .flatMap(({ id }) => olds.get(id) ?? []);
  return [...cells, ...added, ...removed, ...changedOrder(sheet, kept, standing)];
}

function changedCells(sheet: Sheet, row: Row, now: Row | undefined): readonly ShownChange[] {
  if (!now || now === row) return [];
  return keysOf(row.cells, now.cells).flatMap((column) =>
    changedText(sheet, { row: row.id, column }, cellText(row, column), cellText(now, column))
  );
}

/** The rows between the first and the last that stand elsewhere, as they stood and as they will. */
function changedOrder(
  sheet: Sheet,
  before: readonly Row[],
  after: readonly Row[]
): readonly ShownChange[] {
  const differs = (row: Row, at: number) => row !== after[at];
  const from = before.findIndex(differs);
  if (from < 0) return [];
  const to = before.findLastIndex(differs) + 1;
  const listed = (rows: readonly Row[]) =>
    rows
      .slice(from, to)
      .map((row, at) => `${from + at + 1}. ${textsOf(row, sheet).slice(0, TELLING).join(' / ')}`)
      .join('\n');
  return change(sheet, '行的顺序', listed(before), listed(after));
}

function changedText(
  sheet: Sheet,
  place: Place,
  before: string,
  after: string
): readonly ShownChange[] {
  if (before === after) return [];
  return change(sheet, placeName(sheet, place), ...aroundDifference(before, after));
}

function change(sheet: Sheet, name: string, before: string, after: string): [ShownChange] {
  return [{ where: `${shortSheetName(sheet)} ${name}`.trim(), before, after }];
}

function keysOf(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

/** The texts of a row, from left to right. */
function textsOf(row: Row, { columns }: Sheet): readonly string[] {
  return columns.map(({ id }) => cellText(row, id)).filter((text) => text !== '');
}

/** Two texts, or where they are long what differs between them and a little around it. */
function aroundDifference(before: string, after: string): readonly [string, string] {
  if (Math.max(before.length, after.length) <= SHOWN_WHOLE) return [before, after];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const from = Math.max(0, head - AROUND);
  const behind = Math.max(0, tail - AROUND);
  const cut = (text: string) =>
    (from > 0 ? '…' : '') + text.slice(from, text.length - behind) + (behind > 0 ? '…' : '');
  return [cut(before), cut(after)];
}
