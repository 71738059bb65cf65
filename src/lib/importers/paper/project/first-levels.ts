import { firstLevelOf, measureOf, type Form } from '#lib/model/forms.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import type { Ledger } from '../ledger.ts';
import type { PrintedSheet } from './project-table.ts';

/**
 * The sheet with the merged first level filled in. Where the text stands on the first row of its span,
 * a blank cell takes the level above. Where it may stand on any row, the second level decides
 * (domain: A project table), and the level above only where the second says nothing. What a scanner
 * made of a first level, and nobody can read, is read from the second level too, and noted.
 */
export function fillFirstLevels(
  { sheet, mergedText, lineOf }: PrintedSheet,
  form: Form,
  ledger: Ledger
): Sheet {
  let above = '';
  const rows = sheet.rows.map((row) => {
    const printed = cellText(row, 'level1');
    const bySecond = firstLevelOf(form, cellText(row, 'level2'));
    const isGarbled = bySecond !== '' && !isReadable(printed);
    const derived = isGarbled || mergedText === 'any-row' ? bySecond || above : above || bySecond;
    above = isGarbled ? bySecond : printed || derived;
    if (isGarbled) noteGarbled(row, printed, bySecond, lineOf, sheet.id, ledger);
    return above === printed ? row : { ...row, cells: { ...row.cells, level1: above } };
  });
  return { ...sheet, rows };
}

/** A first level names what it measures, or at least ends as one does. */
function isReadable(level1: string): boolean {
  return level1 === '' || /产出|指标$/.test(level1) || measureOf(level1, '') !== null;
}

function noteGarbled(
  row: Row,
  printed: string,
  level1: string,
  lineOf: PrintedSheet['lineOf'],
  sheet: string,
  ledger: Ledger
): void {
  const text = `一级指标印成“${printed}”，认不出，按二级指标“${cellText(row, 'level2')}”改为“${level1}”。`;
  ledger.note('repaired', lineOf.get(row.id) ?? 1, text, { sheet, row: row.id, column: 'level1' });
}
