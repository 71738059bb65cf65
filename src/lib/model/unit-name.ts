import { fieldText, type Workbook } from './workbook.ts';

/** The unit as its tables print it, with how many units there are where there is more than one. */
export function unitName(workbook: Workbook): string {
  const units = new Map<string, string>();
  for (const sheet of workbook.sheets) {
    const code = fieldText(sheet, 'unitCode');
    const name = fieldText(sheet, 'unitName');
    if (code !== '' || name !== '') units.set(code, `${code} ${name}`.trim());
  }
  const [first] = units.values();
  if (first === undefined) return workbook.department;
  return units.size === 1 ? first : `${first} 等 ${units.size} 个单位`;
}
