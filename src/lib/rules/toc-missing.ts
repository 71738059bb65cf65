import { PROSE_SECTIONS } from '#lib/model/outline.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { WorkbookRule } from './rule.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/**
 * A paper that is to be bound says on its cover whose it is and for which year. A workbook keeps the title,
 * the year and the department of its cover; the 目录 is made when exporting, and 审核 and the date are not
 * kept, so that nothing can be said of them.
 */
export const tocMissing: WorkbookRule = {
  code: 'toc-missing',
  severity: 'info',
  scope: 'workbook',
  title: '封面信息不全',
  source: '部门预算绩效文本：封面、目录，编制和审核单位',
  message: ({ missing }) =>
    `封面缺${missing}。报送的文本要看得出是哪个单位、哪一年的，请在工作簿信息里补上。`,
  english: {
    title: 'The cover is not complete',
    message: ({ missing }) =>
      `The cover lacks “${missing}”. A paper that is handed in says whose it is and for which year: add it to the workbook.`
  },
  examples: { bad: '没有编制单位', good: '青泉县水务局 2026 年部门预算绩效文本' },
  check: (workbook) => {
    const first = workbook.sheets[0];
    const missing = missingIn(workbook);
    if (!first || missing.length === 0 || !isWholePaper(workbook)) return [];
    return [{ place: { sheet: first.id }, values: { missing: missing.join('、') } }];
  }
};

function missingIn({ title, year, department }: Workbook): readonly string[] {
  return [
    ...(title.trim() === '' ? ['标题'] : []),
    ...(year === null ? ['年度'] : []),
    ...(department.trim() === '' ? ['编制单位'] : [])
  ];
}

/** A few tables by themselves have no cover: only a paper with the prose of part one is looked at. */
function isWholePaper(workbook: Workbook): boolean {
  const titles = sheetsOf(workbook, 'text').map(({ title }) => title);
  return PROSE_SECTIONS.every((section) => titles.includes(section.title));
}
