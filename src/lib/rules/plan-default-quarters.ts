import { remember } from '#lib/model/remember.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { readPlan } from './plan.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';

/** What stands in a plan that nobody has thought about, in percent. */
const DEFAULT = [25, 50, 75, 100];

/** How many of the other sheets are shown. */
const MOST_RELATED = 5;

const isDefault = remember((fields: Sheet['fields']) =>
  readPlan({ fields }).every(({ number }, at) => number?.eq(DEFAULT[at]!))
);

/** The same quarters on two or more projects were not planned for either. */
export const planDefaultQuarters: WorkbookRule = {
  code: 'plan-default-quarters',
  severity: 'info',
  scope: 'workbook',
  title: '支出计划按季均分',
  source: '支出计划应按项目的实际进度编制',
  message: ({ count }) =>
    `支出计划是 25%、50%、75%、100%，本工作簿有 ${count} 个项目都这样填。像是没有改过的默认值，执行时容易偏离，请按项目进度填写。`,
  english: {
    title: 'Spending plan left at equal quarters',
    message: ({ count }) =>
      `The spending plan is 25%, 50%, 75%, 100%, as in ${count} projects of this workbook. It looks like a default nobody changed, and the execution will differ; plan by the progress of the project.`
  },
  examples: { bad: '两个项目都是 25% 50% 75% 100%', good: '按各自进度，如 10% 40% 80% 100%' },
  check: (workbook) => {
    const same = projectsOf(workbook).filter(({ fields }) => isDefault(fields));
    if (same.length < 2) return [];
    const shown = same.slice(0, MOST_RELATED + 1);
    return same.map(({ id }) => ({
      place: { sheet: id, field: 'planMarch' },
      values: { count: String(same.length) },
      related: shown
        .filter((other) => other.id !== id)
        .slice(0, MOST_RELATED)
        .map((other) => ({ sheet: other.id, field: 'planMarch' }))
    }));
  }
};
