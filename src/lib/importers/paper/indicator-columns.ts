import { INDICATOR_COLUMNS } from '#lib/model/fields.ts';
import { labelWords } from './layout-spaces.ts';
import type { PrintedRow } from './printed-row.ts';

/** What local forms print for a column of the official one. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ...INDICATOR_COLUMNS.map(({ id, title }) => [title, id] as const),
  ['指标描述', 'description'],
  ['绩效指标值', 'target'],
  ['指标确定依据', 'basis'],
  ['指标值依据', 'basis']
]);

/** For each printed column the id of the indicator's column, null where it is none. */
export type ColumnOrder = readonly (string | null)[];

/**
 * Reads the row of column titles (一级指标 … 指标值确定依据); null where a row is not that.
 * Converters put blank columns in between, so the titles decide and not the count.
 */
export function readColumnTitles(row: PrintedRow): ColumnOrder | null {
  const order = row.map(({ text }) => TITLES.get(labelWords(text)) ?? null);
  return order.includes('level1') && (order.includes('level2') || order.includes('level3'))
    ? order
    : null;
}
