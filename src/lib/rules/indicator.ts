import { measureOf, type Measure } from '#lib/model/forms.ts';
import { readTarget } from '#lib/model/target.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';
import { remember } from './remember.ts';

/** What an indicator measures, by its levels. */
export const measure = remember((row: Row): Measure | null =>
  measureOf(cellText(row, 'level1'), cellText(row, 'level2'))
);

const byMeasure = remember((rows: Sheet['rows']) => groupBy(rows, measure));

/** The indicators of a sheet that measure one thing, in their order. */
export function indicatorsOf({ rows }: Sheet, wanted: Measure): readonly Row[] {
  return byMeasure(rows).get(wanted) ?? [];
}

/** The 指标值 of an indicator without the spaces around it; empty where it has none. */
export function target(row: Row): string {
  return cellText(row, 'target').trim();
}

/** The 指标值 as an operator, a number and a unit; null where it is no such thing. */
export const quantitative = remember((row: Row) => readTarget(target(row)));

/** What an indicator calls itself: its third level and its description. */
export const wording = remember(
  (row: Row): string => `${cellText(row, 'level3')} ${cellText(row, 'description')}`
);

/** The third level, or the description where there is none, to speak of an indicator by. */
export function nameOf(row: Row): string {
  return cellText(row, 'level3').trim() || cellText(row, 'description').trim() || '未命名指标';
}
