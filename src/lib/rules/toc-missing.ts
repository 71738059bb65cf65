import { isWholePaper, PROSE_SECTIONS } from '#lib/model/outline.ts';
import { fieldText, type Workbook } from '#lib/model/workbook.ts';
import { useOwnContents } from './printed-contents.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** What a cover lacks, and the property of the workbook in which it is to be written. */
interface Lack {
  readonly name: string;
  readonly field: string;
}

const AUDITED = /审核|审定|审签|复核/;

const AUTHORED = /编制|编写|编报/;

/**
 * A whole paper says on its cover whose it is, for which year, who made it and who examined it, and it has
 * a 目录. One that nobody has begun is not looked at.
 */
export const tocMissing: WorkbookRule = {
  code: 'toc-missing',
  severity: 'info',
  scope: 'workbook',
  title: '封面或目录不全',
  source: '部门预算绩效文本：封面、目录，编制和审核单位',
  message: ({ kind, missing }) =>
    kind === 'contents'
      ? '原文没有目录。一份完整的文本要有目录，审核时才能按页找到各表，可改用自动目录。'
      : `封面缺${missing}。报送的文本要看得出是哪个单位、哪一年的，由谁编制、谁审核，请在工作簿属性里补上。`,
  english: {
    title: 'The cover or the contents are not complete',
    message: ({ kind, missing }) =>
      kind === 'contents'
        ? 'The paper has no contents. A whole paper needs them, so that a reviewer finds the tables: let the program make them.'
        : `The cover lacks “${missing}”. A paper that is handed in says whose it is, for which year, who made it and who examined it: add it to the properties.`
  },
  examples: { bad: '没有审核单位', good: '青泉县水务局编制，青泉县财政局审核' },
  check: (workbook) => {
    const sections = sheetsOf(workbook, 'text');
    const isBegun = PROSE_SECTIONS.some((section) =>
      sections.some((sheet) => sheet.title === section.title && fieldText(sheet, 'body').trim())
    );
    if (!isBegun || !isWholePaper(sections)) return [];
    return [...lacksOf(workbook), ...withoutContents(workbook)];
  }
};

/** One finding for the whole cover, at the first property that is to be filled in. */
function lacksOf(workbook: Workbook): readonly Finding[] {
  const { title, year, department, cover } = workbook;
  const lacks: readonly Lack[] = [
    ...(title.trim() === '' ? [{ name: '标题', field: 'title' }] : []),
    ...(year === null ? [{ name: '年度', field: 'year' }] : []),
    ...(department.trim() === '' && !AUTHORED.test(cover)
      ? [{ name: '编制单位', field: 'department' }]
      : []),
    ...(AUDITED.test(cover) ? [] : [{ name: '审核单位', field: 'cover' }])
  ];
  const [first] = lacks;
  if (!first) return [];
  const missing = lacks.map(({ name }) => name).join('、');
  return [{ place: { field: first.field }, values: { kind: 'cover', missing } }];
}

function withoutContents({ contents }: Workbook): readonly Finding[] {
  if (contents === null || contents.trim() !== '') return [];
  const values = { kind: 'contents', missing: '目录' };
  return [{ place: { field: 'contents' }, values, fixes: [useOwnContents()] }];
}
