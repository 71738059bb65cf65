import { measureOf, type Measure } from '#lib/model/forms.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';

/** What an indicator measures, by its levels. */
export function measure(row: Row): Measure | null {
  return measureOf(cellText(row, 'level1'), cellText(row, 'level2'));
}

/** The 指标值 of an indicator without the spaces around it; empty where it has none. */
export function target(row: Row): string {
  return cellText(row, 'target').trim();
}

/** What an indicator calls itself: its third level and its description. */
export function wording(row: Row): string {
  return `${cellText(row, 'level3')} ${cellText(row, 'description')}`;
}

/** The third level, or the description where there is none, to speak of an indicator by. */
export function nameOf(row: Row): string {
  return cellText(row, 'level3').trim() || cellText(row, 'description').trim() || '未命名指标';
}
