import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { readCount } from './chinese-number.ts';
import { fold } from './fold.ts';
import { groupBy } from './group-by.ts';
import { remember } from './remember.ts';
import type { Finding, WorkbookRule } from './rule.ts';

/** What a title adds to the name of its project. */
const AROUND_NAME = /^关于|(?:项目)?绩效目标表$|(?:项目)?绩效目标(?:和)?指标(?:情况)?的?说明$/g;

/** The number of a heading: digits or Chinese, with or without brackets. */
const NUMBER = /^[（(]?(\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[、.．]?$/;

/**
 * The numbers of sheets below one heading run on, and a sheet is titled after the project it names. The
 * 目录 of a file is not kept: an export makes it from these titles and numbers, so they are what it says.
 */
export const tocMismatch: WorkbookRule = {
  code: 'toc-mismatch',
  severity: 'warning',
  scope: 'workbook',
  title: '目录的题名或序号对不上',
  source: '目录、表题与项目名称应一致，序号应连续',
  message: ({ kind, title, name, number, expected }) =>
    kind === 'number'
      ? `这一节的序号是“${number}”，按顺序应是第 ${expected} 个。序号断开或重复，目录会对不上，请改序号或补上漏掉的一节。`
      : `表题是“${title}”，项目名称是“${name}”。目录按表题排印，两个名字会被当成两个项目，请改成一致。`,
  english: {
    title: 'Titles or numbers of the contents disagree',
    message: ({ kind, title, name, number, expected }) =>
      kind === 'number'
        ? `The number here is “${number}”, but in order it is number ${expected}. The contents will not match: correct it, or add what is missing.`
        : `The title is “${title}”, but the project is called “${name}”. The contents print the title: make both the same.`
  },
  examples: { bad: '1. 2. 4.', good: '1. 2. 3.' },
  check: (workbook) => [...checkNumbers(workbook), ...workbook.sheets.flatMap(checkTitle)]
};

function checkNumbers({ sheets }: Workbook): readonly Finding[] {
  const numbered = sheets.filter(({ number }) => number !== '');
  const lists = groupBy(numbered, (sheet) => entryOf(sheet).list);
  return [...lists.values()].flatMap((list) => {
    const numbers = list.map((sheet) => entryOf(sheet).number);
    // Part of a paper may begin with another number than 1.
    const at = numbers.findIndex(
      (number, index) => index > 0 && number !== (numbers[index - 1] ?? 0) + 1
    );
    const sheet = list[at];
    const before = list[at - 1];
    if (!sheet || !before || numbers.includes(null)) return [];
    const expected = String((entryOf(before).number ?? 0) + 1);
    return [
      {
        place: { sheet: sheet.id },
        values: { kind: 'number', number: sheet.number, expected },
        related: [{ sheet: before.id }]
      }
    ];
  });
}

/** The number of a sheet and its list: sheets numbered 一、 and sheets numbered 1. are two lists. */
const entryOf = remember(({ number, path }: Sheet) => {
  const style = number.replace(/\d+/, '1').replace(/[一二三四五六七八九十]+/, '一');
  const written = NUMBER.exec(number.trim())?.[1];
  return {
    list: [style, ...path].join('\n'),
    number: written === undefined ? null : readCount(written)
  };
});

const checkTitle = remember((sheet: Sheet): readonly Finding[] => {
  const projectName = fieldText(sheet, 'projectName').trim();
  const isNamed = sheet.kind === 'project' || sheet.kind === 'brief';
  if (!isNamed || projectName === '' || !sheet.title.includes('绩效目标')) return [];
  const name = sheet.title.replace(AROUND_NAME, '').trim();
  if (fold(name).replace(/项目$/, '') === fold(projectName).replace(/项目$/, '')) return [];
  return [
    {
      place: { sheet: sheet.id, field: 'projectName' },
      values: { kind: 'title', title: name, name: projectName }
    }
  ];
});
