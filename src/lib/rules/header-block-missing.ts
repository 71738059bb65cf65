import { PLAN_FIELDS } from '#lib/model/fields.ts';
import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { isBegun } from './begun.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';

/** What the header block of a project must give, and the fields that give it. */
const PARTS: readonly (readonly [part: string, fields: readonly string[]])[] = [
  ['项目编码', ['projectCode']],
  ['项目名称', ['projectName']],
  ['预算数', ['budget']],
  ['资金支出计划', PLAN_FIELDS]
];

const missingParts = remember((fields: Sheet['fields']) =>
  PARTS.flatMap(([part, ids]) =>
    ids.every((id) => fieldText({ fields }, id).trim() === '') ? [part] : []
  )
);

/**
 * A project sheet has the header block of the form; in the annex of a disclosure, where the block is
 * often left out, its absence is only worth a look. A sheet that nobody has begun is not judged.
 */
export const headerBlockMissing: WorkbookRule = {
  code: 'header-block-missing',
  severity: 'warning',
  scope: 'workbook',
  title: '表头不完整',
  source: '绩效目标表的表头：项目编码、项目名称、预算数、资金支出计划',
  message: ({ missing }) =>
    `表头缺少${missing}。没有这些，成本和支出计划就没有可以核对的依据，请按批复的预算补填。`,
  english: {
    title: 'Header block incomplete',
    message: ({ missing }) =>
      `The header lacks “${missing}”. Without it costs and the spending plan cannot be checked; fill them in from the approved budget.`
  },
  examples: { bad: '没有项目编码和预算数', good: '编码、名称、预算数、支出计划都有' },
  check: (workbook) => {
    const isAnnex = workbook.sheets.some(({ kind }) => kind === 'disclosure');
    return projectsOf(workbook).flatMap(({ id, fields, rows }) => {
      const missing = missingParts(fields);
      if (missing.length === 0 || (missing.length === PARTS.length && !isBegun(rows))) return [];
      const severity = isAnnex ? 'info' : 'warning';
      return [{ place: { sheet: id }, values: { missing: missing.join('、') }, severity }];
    });
  }
};
