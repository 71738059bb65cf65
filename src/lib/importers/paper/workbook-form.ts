import { FORMS } from '#lib/model/forms.ts';
import { cellText, type FormName, type Row } from '#lib/model/workbook.ts';
import type { Ledger } from './ledger.ts';
import type { PrintedSheet } from './project/project-table.ts';

/** What local papers do with the levels of a form, and how it is said. */
const VARIANTS: readonly (readonly [has: (row: Row) => boolean, words: string])[] = [
  [
    (row) =>
      /^产出/.test(cellText(row, 'level1')) &&
      /^(?:经济|社会|生态环境)成本/.test(cellText(row, 'level2')),
    '成本指标细分后列在产出指标下'
  ],
  [
    (row) => /效果指标$/.test(cellText(row, 'level1')) || /效果指标$/.test(cellText(row, 'level2')),
    '效益指标写作“效果指标”'
  ]
];

/**
 * Recognises the form that the project tables follow. 成本 as a first level of its own is the mark of the
 * 2021 form, 效果 for 效益 that of the local one (domain: Indicators); without project tables it is the form
 * of 2015.
 */
export function recogniseForm(printed: readonly PrintedSheet[], ledger: Ledger): FormName {
  const projects = printed.filter(({ sheet }) => sheet.kind === 'project');
  const rows = projects.flatMap(({ sheet }) => sheet.rows);
  const hasFirstLevel = (name: RegExp) => rows.some((row) => name.test(cellText(row, 'level1')));
  const form = hasFirstLevel(/^成本(?:指标)?$/)
    ? '2021'
    : hasFirstLevel(/^效果(?:指标)?$/)
      ? 'local'
      : '2015';
  const variants = VARIANTS.filter(([has]) => rows.some(has)).map(([, words]) => words);
  const [first] = projects;
  if (first && rows.length > 0) {
    const local = variants.length === 0 ? '' : `；本地写法：${variants.join('，')}`;
    ledger.note('recognised', first.line, `指标体系：${FORMS[form].title}${local}。`);
  }
  return form;
}
