import { INDICATOR_COLUMNS } from '#lib/model/fields.ts';
import { labelWords } from '../cleaning/layout-spaces.ts';
import type { PrintedRow } from '../layouts/printed-row.ts';

/** What local forms print for a column of the official one. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ...INDICATOR_COLUMNS.map(({ id, title }) => [title, id] as const),
  ['指标描述', 'description'],
  ['绩效指标值', 'target'],
  ['指标确定依据', 'basis'],
  ['指标值依据', 'basis']
]);

/** The indicator's column that a title names; null where a text is no such title. */
export function columnOf(title: string): string | null {
  return TITLES.get(labelWords(title)) ?? null;
}

/** 指标值 begins 指标值确定依据, so the longer titles are tried first. */
const LONGEST_FIRST = [...TITLES].sort(([a], [b]) => b.length - a.length);

/** For each printed column the id of the indicator's column, null where it is none. */
export type ColumnOrder = readonly (string | null)[];

/**
 * Reads the row of column titles (一级指标 … 指标值确定依据); null where a row is not that.
 * Converters put blank columns in between, so the titles decide and not the count. Titles that one cell
 * holds, because their tabs were lost, stand in the columns from there on, which must be free for them.
 */
export function readColumnTitles(row: PrintedRow): ColumnOrder | null {
  const order: (string | null)[] = row.map(({ text }) => columnOf(text));
  row.forEach(({ text }, at) => {
    const titles = gluedTitles(labelWords(text));
    if (row.slice(at + 1, at + titles.length).some((cell) => cell.text !== '')) return;
    for (const [further, id] of titles.entries()) order[at + further] = id;
  });
  return order.includes('level1') && (order.includes('level2') || order.includes('level3'))
    ? order
    : null;
}

/** Whether a text is several titles in one. */
export function holdsTitles(text: string): boolean {
  return gluedTitles(labelWords(text)).length > 0;
}

/** The columns whose titles a text joins; none where it is anything else, or one title alone. */
function gluedTitles(words: string): string[] {
  const ids: string[] = [];
  for (let rest = words; rest !== '';) {
    const found = LONGEST_FIRST.find(([title]) => rest.startsWith(title));
    if (!found) return [];
    ids.push(found[1]);
    rest = rest.slice(found[0].length);
  }
  return ids.length > 1 ? ids : [];
}
