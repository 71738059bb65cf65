import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** `本单位无政府性基金预算，特此说明。` */
const NONE = /(?:无|没有|不涉及|未安排)[^。；\n]{0,40}特此说明/;

/** The number before a title: 第二部分, 一、, （三）, 4. */
const NUMBER =
  /^(?:第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])\s*/;

/** How many of the tables are shown. */
const MOST_RELATED = 5;

/** A section that says it has nothing to show has no tables. */
export const declaredNone: WorkbookRule = {
  code: 'declared-none',
  severity: 'info',
  scope: 'workbook',
  title: '说明没有，却有表',
  source: '“无……特此说明”与后附的表应一致',
  message: ({ said, table, count }) =>
    `这一部分写着“${said}”，下面却有 ${count} 张表（如《${table}》）。前后矛盾，看的人不知道以哪个为准，请改正说明或移走表。`,
  english: {
    title: 'Declared none, but there are tables',
    message: ({ said, table, count }) =>
      `This section says “${said}”, but ${count} tables stand in it, such as “${table}”. A reader does not know which to believe; correct the sentence or move the tables.`
  },
  examples: { bad: '无专项资金，特此说明，后附两张表', good: '无专项资金，特此说明' },
  check: (workbook) =>
    sheetsOf(workbook, 'text').flatMap((text): readonly Finding[] => {
      const said = declarationOf(text.fields);
      if (said === null) return [];
      const tables = tablesUnder(text, workbook);
      const [first] = tables;
      if (!first) return [];
      return [
        {
          place: { sheet: text.id, field: 'body', range: said },
          values: {
            said: fieldText(text, 'body').slice(...said),
            table: first.title,
            count: String(tables.length)
          },
          related: tables.slice(0, MOST_RELATED).map(({ id }) => ({ sheet: id }))
        }
      ];
    })
};

/** The characters of the sentence that declares it, from inclusive, to exclusive. */
const declarationOf = remember((fields: Sheet['fields']): readonly [number, number] | null => {
  const match = NONE.exec(fieldText({ fields }, 'body'));
  return match ? [match.index, match.index + match[0].length] : null;
});

/** The tables with something in them whose place in the outline is below the section. */
function tablesUnder(text: Sheet, { sheets }: Workbook): readonly Sheet[] {
  const title = plainTitle(text.title);
  if (title === '') return [];
  return sheets.filter(
    ({ kind, path, rows }) =>
      kind !== 'text' &&
      rows.length > 0 &&
      path.length > text.path.length &&
      text.path.every((part, at) => part === path[at]) &&
      plainTitle(path[text.path.length]!) === title
  );
}

function plainTitle(title: string): string {
  return fold(title.trim().replace(NUMBER, ''));
}
