import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { excerpt } from './excerpt.ts';
import { fold } from './fold.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';
import { pairsOfSame } from './same-sheets.ts';

const goalOf = remember((fields: Sheet['fields']) => fold(fieldText({ fields }, 'goal')));

/** No two projects have the same goal: one problem for each pair, at the earlier sheet. */
export const goalReused: WorkbookRule = {
  code: 'goal-reused',
  severity: 'warning',
  scope: 'workbook',
  title: '两个项目的绩效目标相同',
  source: '相关性：绩效目标应写本项目要达到的结果，不套用模板',
  message: ({ other, goal }) =>
    `绩效目标“${goal}”与《${other}》相同。两个不同的项目不会有一样的目标，审核会认为是套用模板，请写明本项目要达到的结果。`,
  english: {
    title: 'Two projects with the same goal',
    message: ({ other, goal }) =>
      `The goal “${goal}” is the same as in “${other}”. Two different projects do not have one goal, and a reviewer will take it for a template; write what this project is to reach.`
  },
  examples: { bad: '两张表的绩效目标一样', good: '绩效目标写明本项目的结果' },
  check: (workbook) =>
    pairsOfSame(projectsOf(workbook), ({ fields }) => goalOf(fields)).map(([sheet, other]) => ({
      place: { sheet: sheet.id, field: 'goal' },
      values: { other: other.title, goal: excerpt(fieldText(sheet, 'goal')) },
      related: [{ sheet: other.id, field: 'goal' }]
    }))
};
