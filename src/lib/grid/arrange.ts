import { ofColumn, type GridView } from '#lib/model/grid-view.ts';
import { cellText } from '#lib/model/workbook.ts';
import { isCodeColumn, type GridColumn } from './columns.ts';
import { passesOf } from './column-filter.ts';
import { shownText, type Line } from './lines.ts';
import { sortRanks } from './sort-rank.ts';

/**
 * What sorting and filtering found when they were last asked for. It holds until they are asked for
 * again, so that a row does not jump away or vanish under the hands that edit it.
 */
export interface Arrangement {
  /** The ids of all rows in the order asked for; null where it is that of the document. */
  readonly order: readonly string[] | null;
  /** The ids of the rows that do not pass the filters. */
  readonly hidden: ReadonlySet<string>;
}

/** The arrangement of a grid that is neither sorted nor filtered. */
export const AS_WRITTEN: Arrangement = { order: null, hidden: new Set() };

/** Sorts and filters lines; `columns` are all that the grid has, and others are passed over. */
export function arrange(
  lines: readonly Line[],
  { sort, filters }: Pick<GridView, 'sort' | 'filters'>,
  columns: readonly GridColumn[]
): Arrangement {
  const hidden = new Set<string>();
  for (const { id } of columns) {
    const filter = ofColumn(filters, id);
    if (!filter) continue;
    const passes = passesOf(filter);
    for (const line of lines) if (!passes(shownText(line, id))) hidden.add(line.row.id);
  }
  const keys = sort.flatMap(({ column, descending }) => {
    const found = columns.find(({ id }) => id === column);
    return found ? [placesBy(lines, found, descending)] : [];
  });
  if (keys.length === 0) return { order: null, hidden };
  const places = lines.map((_, at) => at);
  places.sort((a, b) => {
    // Sums stay at the end of their table.
    const sums = Number(lines[a]!.total) - Number(lines[b]!.total);
    if (sums !== 0) return sums;
    for (const key of keys) {
      // Two blank cells are equal; their difference would be no number.
      if (key[a] !== key[b]) return key[a]! - key[b]!;
    }
    return a - b;
  });
  return { order: places.map((at) => lines[at]!.row.id), hidden };
}

/**
 * The same arrangement for lines that have changed since: rows that are gone are left out, and new
 * ones stand after their neighbour in the document; before `above`, where they were put in above that
 * row by hand; at the end, where they are the last of the document.
 */
export function follow(
  arrangement: Arrangement,
  lines: readonly Line[],
  above: string | null = null
): Arrangement {
  const { order } = arrangement;
  if (!order) return arrangement;
  const runs = newRuns(lines, new Set(order));
  if (runs.length === 0 && order.length === lines.length) return arrangement;
  const first: string[] = [];
  const last: string[] = [];
  const beside = new Map<string, readonly string[]>();
  for (const { after, before, ids } of runs) {
    if (before === null) last.push(...ids);
    else if (before === above) beside.set(before, [...ids, before]);
    else if (after === null) first.push(...ids);
    else beside.set(after, [after, ...ids]);
  }
  const present = new Set(lines.map(({ row }) => row.id));
  const next = order.flatMap((id) => beside.get(id) ?? (present.has(id) ? id : []));
  return { ...arrangement, order: [...first, ...next, ...last] };
}

/** Where each line stands by one column; blank cells last, whichever way. */
function placesBy(lines: readonly Line[], column: GridColumn, descending: boolean): Float64Array {
  const texts = lines.map((line) => shownText(line, column.id));
  const ranks = sortRanks(texts, { codes: isCodeColumn(column) });
  return Float64Array.from(texts, (text) => {
    const rank = ranks.get(text) ?? Infinity;
    return descending && rank !== Infinity ? -rank : rank;
  });
}

/** Rows that the arrangement does not know yet, between their neighbours in the document. */
interface NewRun {
  readonly after: string | null;
  readonly before: string | null;
  readonly ids: readonly string[];
}

function newRuns(lines: readonly Line[], known: ReadonlySet<string>): readonly NewRun[] {
  const runs: NewRun[] = [];
  let after: string | null = null;
  let ids: string[] = [];
  for (const { row } of lines) {
    if (!known.has(row.id)) {
      ids.push(row.id);
      continue;
    }
    if (ids.length > 0) runs.push({ after, before: row.id, ids });
    ids = [];
    after = row.id;
  }
  return ids.length > 0 ? [...runs, { after, before: null, ids }] : runs;
}

/**
 * The lines that are shown, in their order; `besides` are rows that do not pass the filters and are
 * shown all the same. Project and first level stand once per run of what is shown, and in every row of
 * a sorted table.
 */
export function arrangedLines(
  { order, hidden }: Arrangement,
  lines: readonly Line[],
  besides: ReadonlySet<string>
): readonly Line[] {
  if (!order && hidden.size === 0) return lines;
  const isShown = ({ row }: Line) => !hidden.has(row.id) || besides.has(row.id);
  if (order) {
    const byRow = new Map(lines.map((line) => [line.row.id, line]));
    const sorted = order.flatMap((id) => byRow.get(id) ?? []);
    return sorted.filter(isShown).map((line) => repeating(line, true, false));
  }
  let above: Line | undefined;
  return lines.filter(isShown).map((line) => {
    const leads = line.sheet !== above?.sheet;
    const level1 = cellText(line.row, 'level1');
    const continues = !leads && level1 !== '' && level1 === cellText(above!.row, 'level1');
    above = line;
    return repeating(line, leads, continues);
  });
}

/** Lines whose first level stands in every row, to be changed in each alone. */
export function splitLines(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => repeating(line, line.leads, false));
}

/** The same line as it is shown in other places: a view that does not change has the same lines. */
const variants = new WeakMap<Line, Record<string, Line>>();

function repeating(line: Line, leads: boolean, continues: boolean): Line {
  if (line.leads === leads && line.continues === continues) return line;
  const known = variants.get(line) ?? {};
  variants.set(line, known);
  return (known[`${leads} ${continues}`] ??= { ...line, leads, continues });
}
