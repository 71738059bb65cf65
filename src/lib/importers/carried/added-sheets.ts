import type { IdSource } from '#lib/model/ids.ts';
import type { Note } from '#lib/model/note.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import type { SheetOrigin } from '../paper/ledger.ts';
import { isBlank, type Line } from '../paper/lines.ts';
import { readPaper } from '../paper/paper.ts';
import { takeApart } from './lines-of-sheet.ts';
import type { Range } from './ranges.ts';
import { restoreRows } from './rows.ts';

/** Sheets, and what is said of them. */
export interface Found {
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
  readonly origins: readonly SheetOrigin[];
}

/** Reads lines that were added by hand as any other paper. */
export function readAdded(lines: readonly Line[], ids: IdSource): Found {
  if (lines.every(isBlank)) return { sheets: [], notes: [], origins: [] };
  const { workbook, notes, origins } = readPaper(lines, ids);
  // What a paper says of its title and year is no matter of a few lines of one.
  const own = notes.filter(({ kind, place }) => kind !== 'unknown' || place.sheet !== undefined);
  return { sheets: workbook.sheets, notes: own, origins };
}

/**
 * Reads a sheet that is not in its form any more as any other paper. The first sheet of its kind that is
 * found is the one that was changed, and keeps its id and those of its rows.
 */
export function readChanged({ carried, path, lines }: Range, ids: IdSource): Found {
  const { below, ...around } = readAround(lines, ids);
  const found = around.sheets.find(({ kind }) => kind === carried.kind);
  const { sheets, notes, origins } = found || below === '' ? around : readAdded(lines, ids);
  const note: Note = {
    kind: 'recognised',
    line: lines[0].number,
    text: '这张表的样式改动较大，已按普通文件重新识别。',
    place: found ? { sheet: carried.id } : {}
  };
  if (!found) return { sheets, notes: [note, ...notes], origins };
  const { columns, rows } = found;
  const sameColumns =
    columns.map(({ id }) => id).join() === carried.columns.map(({ id }) => id).join();
  const texts = rows.map(({ cells }) => columns.map(({ id }) => cells[id] ?? ''));
  const restored: Sheet = {
    ...found,
    id: carried.id,
    form: carried.form,
    path,
    note: [found.note, below].filter((text) => text !== '').join('\n'),
    rows: sameColumns ? restoreRows(carried.rows, columns, texts, ids) : rows
  };
  const moved = renamed(
    new Map([
      [found.id, carried.id],
      ...rows.map((row, index) => [row.id, restored.rows[index]!.id] as const)
    ])
  );
  return {
    sheets: sheets.map((sheet) => (sheet === found ? restored : sheet)),
    notes: [note, ...notes.map((each) => ({ ...each, place: moved(each.place) }))],
    origins: origins.map((origin) =>
      origin.sheet === found.id ? { ...origin, sheet: carried.id } : origin
    )
  };
}

/** Reads a sheet without the note below its only table, of which other papers know nothing. */
function readAround(lines: Range['lines'], ids: IdSource): Found & { readonly below: string } {
  const { above, rows, note, rest } = takeApart(lines, 0);
  const isOnly = rows.length > 0 && !rest.some(({ row }) => row !== undefined);
  if (!isOnly || note === '') return { ...readAdded(lines, ids), below: '' };
  const bottom = above.length + rows.length;
  return { ...readAdded([...lines.slice(0, bottom), ...rest], ids), below: note };
}

/** A place with the ids that its sheet and row have now. */
function renamed(names: ReadonlyMap<string, string>): (place: Note['place']) => Note['place'] {
  return (place) => ({
    ...place,
    ...(place.sheet === undefined ? {} : { sheet: names.get(place.sheet) ?? place.sheet }),
    ...(place.row === undefined ? {} : { row: names.get(place.row) ?? place.row })
  });
}
