import { readProjectCode } from '#lib/model/project-code.ts';
import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';

const regionOf = remember(
  (fields: Sheet['fields']) =>
    readProjectCode(fieldText({ fields }, 'projectCode').trim())?.region ?? ''
);

/**
 * The codes of a workbook begin with the same region: that of the workbook where it is known, else
 * the most frequent one.
 */
export const codeRegion: WorkbookRule = {
  code: 'code-region',
  severity: 'warning',
  scope: 'workbook',
  title: '项目编码的区划不同',
  source: '项目编码前 6 位是行政区划代码（GB/T 2260），同一部门的项目应一致',
  message: ({ code, region, expected }) =>
    `项目编码“${code}”的区划是 ${region}，本工作簿是 ${expected}。区划不同多半是从别的地区照搬来的表，请与一体化系统核对编码。`,
  english: {
    title: 'Project code of another region',
    message: ({ code, region, expected }) =>
      `The project code “${code}” is of the region ${region}, this workbook of ${expected}. Most likely the table was copied from another region; compare the code with the budget system.`
  },
  examples: { bad: '13019924P…，其他项目为 130198…', good: '各项目编码前 6 位相同' },
  check: (workbook) => {
    const byRegion = groupBy(projectsOf(workbook), ({ fields }) => regionOf(fields));
    byRegion.delete('');
    const expected = /^\d{6}$/.test(workbook.region) ? workbook.region : mostFrequent(byRegion);
    const model = byRegion.get(expected)?.[0];
    byRegion.delete(expected);
    return [...byRegion].flatMap(([region, sheets]) =>
      sheets.map((sheet) => ({
        place: { sheet: sheet.id, field: 'projectCode' },
        values: { code: fieldText(sheet, 'projectCode').trim(), region, expected },
        related: model ? [{ sheet: model.id, field: 'projectCode' }] : []
      }))
    );
  }
};

/** Of equally frequent ones, the one that stands first. */
function mostFrequent(byRegion: ReadonlyMap<string, readonly Sheet[]>): string {
  const [first] = [...byRegion].sort(([, a], [, b]) => b.length - a.length);
  return first?.[0] ?? '';
}
