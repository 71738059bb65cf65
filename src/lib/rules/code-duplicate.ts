import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';
import { projectsOf } from './projects.ts';
import type { Finding, WorkbookRule } from './rule.ts';

/** How many of the other sheets are named. */
const MOST_NAMED = 5;

/** No project code stands twice; each sheet that has it is told of the others. */
export const codeDuplicate: WorkbookRule = {
  code: 'code-duplicate',
  severity: 'error',
  scope: 'workbook',
  title: '项目编码重复',
  source: '一个项目一个编码、一张绩效目标表',
  message: ({ code, others }) =>
    `项目编码“${code}”也用在${others}。一个编码只对应一个项目，重复的表会互相覆盖，请核对是哪张表抄错了编码。`,
  english: {
    title: 'Project code used twice',
    message: ({ code, others }) =>
      `The project code “${code}” also stands in “${others}”. A code belongs to one project only and tables with the same code overwrite each other; find out which table has the wrong one.`
  },
  examples: { bad: '两张表用同一个编码', good: '每张表用自己的编码' },
  check: (workbook) => {
    const byCode = groupBy(projectsOf(workbook), (sheet) => fieldText(sheet, 'projectCode').trim());
    byCode.delete('');
    return [...byCode].flatMap(([code, same]) =>
      same.length < 2 ? [] : same.map((sheet) => findingAt(sheet, code, same))
    );
  }
};

function findingAt(sheet: Sheet, code: string, same: readonly Sheet[]): Finding {
  const others = same.slice(0, MOST_NAMED + 1).filter((other) => other !== sheet);
  const named = others.slice(0, MOST_NAMED).map(({ title }) => `《${title}》`);
  const rest = same.length - 1 > MOST_NAMED ? `等 ${same.length - 1} 张表` : '';
  return {
    place: { sheet: sheet.id, field: 'projectCode' },
    values: { code, others: `${named.join('、')}${rest}` },
    related: others.map(({ id }) => ({ sheet: id, field: 'projectCode' }))
  };
}
