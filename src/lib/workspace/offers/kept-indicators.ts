import { projectName } from '#lib/model/project-name.ts';
import { unitName } from '#lib/model/unit-name.ts';
import { cellText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import type { KeptIndicator, KeptIndicators } from '#lib/storage/indicators.ts';

/** The indicators of a workbook that have a name, as they are kept to be suggested elsewhere. */
export function indicatorsOf(workbook: Workbook): KeptIndicators {
  const { id, year, sheets } = workbook;
  const indicators = sheets.flatMap((sheet) => indicatorsIn(sheet));
  return { id, unit: unitName(workbook), year, indicators };
}

/** The indicators of a project sheet that have a name; none of other sheets. */
export function indicatorsIn(sheet: Sheet): readonly KeptIndicator[] {
  if (sheet.kind !== 'project') return [];
  const project = projectName(sheet);
  return sheet.rows.flatMap((row) => {
    const level3 = cellText(row, 'level3').trim();
    if (level3 === '') return [];
    return [
      {
        level1: cellText(row, 'level1'),
        level2: cellText(row, 'level2'),
        level3,
        description: cellText(row, 'description'),
        target: cellText(row, 'target'),
        basis: cellText(row, 'basis'),
        project
      }
    ];
  });
}
