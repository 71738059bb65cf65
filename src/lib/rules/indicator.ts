import { measureOf, type Measure } from '#lib/model/forms.ts';
import { remember } from '#lib/model/remember.ts';
import { readTarget, type QuantitativeTarget } from '#lib/model/target.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';

/** What rules ask of an indicator again and again. One memory for all of it is the quickest. */
interface Reading {
  readonly measure: Measure | null;
  readonly quantitative: QuantitativeTarget | null;
  readonly wording: string;
}

const read = remember((row: Row): Reading => ({
  measure: measureOf(cellText(row, 'level1'), cellText(row, 'level2')),
  quantitative: readTarget(target(row)),
  wording: `${cellText(row, 'level3')} ${cellText(row, 'description')}`
}));

/** What an indicator measures, by its levels. */
export function measure(row: Row): Measure | null {
  return read(row).measure;
}

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
export function quantitative(row: Row): QuantitativeTarget | null {
  return read(row).quantitative;
}

/** What an indicator calls itself: its third level and its description. */
export function wording(row: Row): string {
  return read(row).wording;
}

/** The third level, or the description where there is none, to speak of an indicator by. */
export function nameOf(row: Row): string {
  return cellText(row, 'level3').trim() || cellText(row, 'description').trim() || '未命名指标';
}
