import { readProjectCode } from '#lib/model/project-code.ts';
import { fieldText } from '#lib/model/workbook.ts';
import type { FieldRule } from './rule.ts';

/**
 * The year of a project code is the budget year. An earlier one is that of a project that goes on;
 * a later one belongs to another year's paper. Silent where the budget year is unknown.
 */
export const codeYear: FieldRule = {
  code: 'code-year',
  severity: 'warning',
  scope: 'field',
  title: '项目编码的年度不符',
  source: '项目编码第 7–8 位是立项年度；延续和结转项目可以早于预算年度',
  message: ({ code, codeYear, year, relation }) =>
    relation === 'later'
      ? `项目编码“${code}”的年度是 ${codeYear}，晚于预算年度 ${year}。可能误用了别的年度的表，请核对编码和年度。`
      : `项目编码“${code}”的年度是 ${codeYear}，早于预算年度 ${year}。延续或结转项目可以这样；新项目则是沿用了旧表，请看一看。`,
  english: {
    title: 'Project code of another year',
    message: ({ code, codeYear, year, relation }) =>
      relation === 'later'
        ? `The project code “${code}” is of ${codeYear}, later than the budget year ${year}. Another year's table may have been used; check the code and the year.`
        : `The project code “${code}” is of ${codeYear}, earlier than the budget year ${year}. That is right for a project that goes on or is carried over; for a new one an old table was reused.`
  },
  examples: { bad: '2024 年预算，13019925P…', good: '2024 年预算，13019924P…' },
  check: (header, { year }) => {
    const code = fieldText(header, 'projectCode').trim();
    const read = readProjectCode(code);
    if (!read || year === null) return [];
    const codeYear = 2000 + Number(read.year);
    if (codeYear === year) return [];
    const relation = codeYear > year ? 'later' : 'earlier';
    return [
      {
        place: { field: 'projectCode' },
        severity: relation === 'later' ? 'warning' : 'info',
        values: { code, codeYear: String(codeYear), year: String(year), relation }
      }
    ];
  }
};
