import { firstLevelOf, type Form } from '#lib/model/forms.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';
import type { Layout } from './layout.ts';

/**
 * The rows with the merged first level filled in. Where the text stands on the first row of its span,
 * a blank cell takes the level above. Where it may stand on any row, the second level decides
 * (domain: A project table), and the level above only where the second says nothing.
 */
export function fillFirstLevels(
  rows: readonly Row[],
  mergedText: Layout['mergedText'],
  form: Form
): Row[] {
  let above = '';
  return rows.map((row) => {
    const printed = cellText(row, 'level1');
    const bySecond = firstLevelOf(form, cellText(row, 'level2'));
    const derived = mergedText === 'any-row' ? bySecond || above : above || bySecond;
    above = printed || derived;
    return printed ? row : { ...row, cells: { ...row.cells, level1: above } };
  });
}
