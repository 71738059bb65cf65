import { fieldsOf } from '../fields.ts';
import { cellText, fieldText, type Row, type Sheet } from '../workbook.ts';
import { matchRows } from './matching-rows.ts';

/** A text of the open sheet beside that of the incoming one. */
export interface ComparedText {
  /** What the text is: 项目名称, 表名. */
  readonly title: string;
  readonly open: string;
  readonly incoming: string;
  readonly same: boolean;
}

/** A row of the open sheet beside that of the incoming one; null where there is none. */
export interface ComparedRow {
  readonly open: Row | null;
  readonly incoming: Row | null;
  /** The ids of the columns whose texts differ; all that are filled where one row is null. */
  readonly differing: ReadonlySet<string>;
}

/** Two sheets beside each other. */
export interface Comparison {
  /**
   * Whether they hold the same texts. Their numbers do not count, and the headings above them only where
   * they tell what is spoken of: 其他说明 is not the same under those of another unit.
   */
  readonly identical: boolean;
  /** The texts above and below the rows, as far as one of them is filled. */
  readonly texts: readonly ComparedText[];
  /** In the order of the incoming sheet, the rows that only the open one has between them. */
  readonly rows: readonly ComparedRow[];
}

/** Compares an open sheet with an incoming one of the same kind. */
export function compareSheets(open: Sheet, incoming: Sheet): Comparison {
  const texts = comparedTexts(open, incoming);
  const rows = comparedRows(open, incoming);
  const inOrder = rows.every(({ open: row }, index) => row === (open.rows[index] ?? null));
  const identical =
    inOrder &&
    sameColumns(open, incoming) &&
    texts.every(({ same }) => same) &&
    rows.every(({ open, incoming, differing }) => open && incoming && differing.size === 0);
  return { identical, texts, rows };
}

/** Whether two sheets have the same columns in the same order. */
export function sameColumns({ columns: one }: Sheet, { columns: other }: Sheet): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, title }, index) => id === other[index]!.id && title === other[index]!.title)
  );
}

/** The ids of all fields that one of two sheets of a kind has, those of the form first. */
export function fieldsOfBoth(one: Sheet, other: Sheet): readonly string[] {
  const known = fieldsOf(one.kind).map(({ id }) => id);
  return [...new Set([...known, ...Object.keys(one.fields), ...Object.keys(other.fields)])];
}

function comparedTexts(open: Sheet, incoming: Sheet): ComparedText[] {
  const titles = new Map(fieldsOf(open.kind).map(({ id, title }) => [id, title]));
  const fields = fieldsOfBoth(open, incoming).map((field) =>
    compared(titles.get(field) ?? field, fieldText(open, field), fieldText(incoming, field))
  );
  const headings = ({ path }: Sheet) => path.join(' > ');
  const all = [
    compared('表名', open.title, incoming.title),
    ...(open.kind === 'text' || open.kind === 'free'
      ? [compared('上级标题', headings(open), headings(incoming))]
      : []),
    ...fields,
    compared('表注', open.note, incoming.note)
  ];
  return all.filter(({ open, incoming }) => open !== '' || incoming !== '');
}

function compared(title: string, open: string, incoming: string): ComparedText {
  return { title, open, incoming, same: open === incoming };
}

function comparedRows(open: Sheet, incoming: Sheet): ComparedRow[] {
  const matching = matchRows(open, incoming);
  const columns = [...new Set([...open.columns, ...incoming.columns].map(({ id }) => id))];
  const pair = (one: Row | null, other: Row | null): ComparedRow => ({
    open: one,
    incoming: other,
    differing: new Set(
      columns.filter(
        (column) => (one ? cellText(one, column) : '') !== (other ? cellText(other, column) : '')
      )
    )
  });
  const taken = new Set(matching.values());
  const rows: ComparedRow[] = [];
  let next = 0;
  const onlyOpenBefore = (end: number) => {
    for (; next < end; next += 1) {
      const row = open.rows[next]!;
      if (!taken.has(row)) rows.push(pair(row, null));
    }
  };
  for (const row of incoming.rows) {
    const found = matching.get(row) ?? null;
    if (found) onlyOpenBefore(open.rows.indexOf(found));
    rows.push(pair(found, row));
  }
  onlyOpenBefore(open.rows.length);
  return rows;
}
