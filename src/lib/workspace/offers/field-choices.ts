import { fieldText, type Workbook } from '#lib/model/workbook.ts';
import { MONEY_UNITS } from './form-offers.ts';

/** The fields of a header block that few texts are ever meant for. */
export function hasChoices(field: string): boolean {
  return ['moneyUnit', 'unitCode', 'unitName', 'year'].includes(field);
}

/**
 * What can be chosen for such a field: the units of money; the units of the office and their codes that
 * the workbook names already, in its order; the year that it is for. None for other fields.
 */
export function fieldChoices(workbook: Workbook, field: string): readonly string[] {
  switch (field) {
    case 'moneyUnit':
      return MONEY_UNITS;
    case 'unitCode':
      return used(workbook, field);
    case 'unitName':
      return [...new Set([...used(workbook, field), workbook.department])].filter(Boolean);
    case 'year':
      return workbook.year === null ? [] : [String(workbook.year)];
    default:
      return [];
  }
}

function used({ sheets }: Workbook, field: string): readonly string[] {
  const texts = sheets.map((sheet) => fieldText(sheet, field).trim());
  return [...new Set(texts)].filter(Boolean);
}
