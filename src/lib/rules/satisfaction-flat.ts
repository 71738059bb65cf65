import { remember } from '#lib/model/remember.ts';
import type { Row, Sheet } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';
import { indicatorsOf, quantitative } from './indicator.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';

/** Fewer projects may well agree. */
const LEAST_PROJECTS = 5;

/** The share of the thresholds that must be the same one, since a few are often changed by chance. */
const SHARE = 0.9;

/** How many of the equal cells are shown. */
const MOST_RELATED = 20;

/** The first satisfaction of a project, with its threshold as comparing sees it. */
interface Threshold {
  readonly sheet: string;
  readonly row: Row;
  readonly text: string;
}

const thresholdOf = remember((sheet: Sheet): Threshold | null => {
  for (const row of indicatorsOf(sheet, 'satisfaction')) {
    const read = quantitative(row);
    if (read) return { sheet: sheet.id, row, text: `${read.number.toFixed()}${read.unit}` };
  }
  return null;
});

/** Not all projects of a workbook have one satisfaction threshold: one problem, at the first of them. */
export const satisfactionFlat: WorkbookRule = {
  code: 'satisfaction-flat',
  severity: 'info',
  scope: 'workbook',
  title: '满意度目标千篇一律',
  source: '适当性：目标值应参照本项目的历史数据或调查结果',
  message: ({ count, all, threshold }) =>
    `${all} 个项目中有 ${count} 个的满意度目标都是 ${threshold}。各项目的服务对象不同，一个数抄到底说明没有测算过，请参照以往的调查结果分别确定。`,
  english: {
    title: 'One satisfaction threshold everywhere',
    message: ({ count, all, threshold }) =>
      `The satisfaction asked for is “${threshold}” in ${count} of ${all} projects. Those served differ, and one number throughout was not worked out; set each by earlier surveys.`
  },
  examples: { bad: '五个项目都是 ≥90%', good: '各项目按以往调查结果确定' },
  check: (workbook) => {
    const all = projectsOf(workbook).flatMap((sheet) => thresholdOf(sheet) ?? []);
    if (all.length < LEAST_PROJECTS) return [];
    const groups = [...groupBy(all, ({ text }) => text).values()];
    const same = groups.find(({ length }) => length >= all.length * SHARE);
    const [first, ...others] = same ?? [];
    if (!first) return [];
    return [
      {
        place: { sheet: first.sheet, row: first.row.id, column: 'target' },
        values: {
          count: String(others.length + 1),
          all: String(all.length),
          threshold: first.text
        },
        related: others
          .slice(0, MOST_RELATED)
          .map(({ sheet, row }) => ({ sheet, row: row.id, column: 'target' }))
      }
    ];
  }
};
