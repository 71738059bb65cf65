import { columnGroups, isNumbered } from '#lib/model/column-headings.ts';
import { ABSENT_DIGEST, CELL_DIGEST_LENGTH, digestOf, EMPTY_DIGEST } from '#lib/model/digest.ts';
import { isUnitLine } from '#lib/model/project-layout.ts';
import type { CarriedSheet } from '#lib/model/skeleton.ts';
import { readHeadLine } from './head-line.ts';
import { takeApart } from './lines-of-sheet.ts';
import type { ReadForm } from './printed-sheet.ts';
import { formTitles, hasTitles } from './titles-row.ts';

/** Reads a disclosure table: headings in one or two rows, 序号 and 栏次 where its form has them. */
export const readDisclosure: ReadForm = (lines, carried) => {
  const { above, rows, note, rest } = takeApart(lines, 2);
  const numbered = isNumbered(carried.form);
  const first = numbered ? 1 : 0;
  const groups = columnGroups(carried.form, carried.columns);
  const height = groups.some((group) => group !== '') ? 2 : 1;
  const width = first + carried.columns.length;
  if (above.length > 2 || rows.some(({ cells }) => cells.length !== width)) return null;
  if (width > 0 && rows.length < height + first) return null;
  if (numbered && (rows[0]!.cells[0] !== '序号' || rows[height]!.cells[0] !== '栏次')) return null;
  return {
    name: above[0]!.text,
    fields: readHeadLine(above[1]?.text ?? '', carried),
    columnTitles: groups.map((group, index) => rows[group === '' ? 0 : 1]?.cells[first + index]),
    rows: width === 0 ? null : rows.slice(height + first).map(({ cells }) => cells.slice(first)),
    stands: {
      firstRow: above.length + height + first,
      columns: carried.columns.map((_, index) => first + index)
    },
    note,
    rest
  };
};

/** Whether columns with titles were added at the right, beside rows of which most are unchanged. */
function isWidened(
  [titles, ...below]: readonly (readonly string[])[],
  { columns, rows }: CarriedSheet
): boolean {
  const width = columns.length;
  const added = titles?.slice(width) ?? [];
  const known = new Set(rows.map(([, digests]) => digests.replaceAll(ABSENT_DIGEST, EMPTY_DIGEST)));
  const digestsOf = (row: readonly string[]) =>
    row.slice(0, width).map((text) => digestOf(text, CELL_DIGEST_LENGTH));
  const unchanged = below.filter((row) => known.has(digestsOf(row).join(''))).length;
  return (
    width > 0 &&
    added.length > 0 &&
    added.every((title) => title !== '') &&
    unchanged * 2 > rows.length
  );
}

/** Reads a free sheet: its columns named above them, unless they are only counted; new ones behind. */
export const readFree: ReadForm = (lines, carried) => {
  const { columns } = carried;
  const { above, rows, note, rest } = takeApart(lines, 1);
  const unit = above[1]?.text.replace(/^\t/, '') ?? '';
  if (above.length > 2 || (above.length > 1 && !isUnitLine(unit))) return null;
  const texts = rows.map(({ cells }) => cells);
  const width = texts[0]?.length ?? columns.length;
  if (texts.some((row) => row.length !== width)) return null;
  const isCounted = columns.every(({ title }) => title !== undefined);
  if (width !== columns.length && (isCounted || !isWidened(texts, carried))) return null;
  const named = !isCounted && hasTitles(texts, carried);
  return {
    name: above[0]!.text,
    fields: {},
    addedColumns: width - columns.length,
    columnTitles: named ? texts[0]! : formTitles(carried),
    rows: columns.length === 0 ? null : texts.slice(named ? 1 : 0),
    stands: {
      firstRow: above.length + (named ? 1 : 0),
      columns: Array.from({ length: width }, (_, index) => index)
    },
    note: unit === '' ? note : [unit, ...(note === '' ? [] : [note])].join('\n'),
    rest
  };
};
