import { readCount } from '#lib/model/chinese-number.ts';
import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { compareContents } from './contents-findings.ts';
import { fold } from './fold.ts';
import { groupBy } from './group-by.ts';
import { projectIn } from './printed-contents.ts';
import type { Finding, WorkbookRule } from './rule.ts';

/** The number of a heading: digits or Chinese, with or without brackets. */
const NUMBER = /^[（(]?(\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[、.．]?$/;

/** Values of a finding, by name. */
type Values = Readonly<Record<string, string>>;

/**
 * What is wrong and what to do, in Chinese. Each of the paper's own titles and numbers is wrong by itself;
 * a 目录 that the paper printed is compared with them.
 */
const MESSAGES: Readonly<Record<string, (values: Values) => string>> = {
  number: ({ number, expected }) =>
    `这一节的序号是“${number}”，按顺序应是第 ${expected} 个。序号断开或重复，目录会对不上，请改序号或补上漏掉的一节。`,
  title: ({ title, name }) =>
    `表题是“${title}”，项目名称是“${name}”。目录按表题排印，两个名字会被当成两个项目，请改成一致。`,
  renamed: ({ entry, title }) =>
    `目录写的是“${entry}”，正文里是“${title}”。两处名称不同，会被当成两张表，请改正表名，或改用自动目录。`,
  lost: ({ entry }) =>
    `目录列有“${entry}”，正文里没有。按目录找不到这一项，请补上漏掉的表，或改用自动目录。`,
  unlisted: ({ title }) =>
    `原文目录没有列出“${title}”。同级的其他各项都在目录里，请核对这张表是否该有，或改用自动目录。`,
  renumbered: ({ entry, title }) =>
    `目录写的是“${entry}”，正文里是“${title}”。序号不同，按目录会翻到别的表，请改序号，或改用自动目录。`,
  broken: ({ entry, expected }) =>
    `目录里的“${entry}”按顺序应是第 ${expected} 项。序号断开或重复，像是漏了一项，请核对，或改用自动目录。`,
  order: ({ entry, title }) =>
    `目录里“${entry}”排在“${title}”后面，正文里却在前面。先后不一，请调整各表的次序，或改用自动目录。`
};

const ENGLISH: Readonly<Record<string, (values: Values) => string>> = {
  number: ({ number, expected }) =>
    `The number here is “${number}”, but in order it is number ${expected}. The contents will not match: correct it, or add what is missing.`,
  title: ({ title, name }) =>
    `The title is “${title}”, but the project is called “${name}”. The contents print the title: make both the same.`,
  renamed: ({ entry, title }) =>
    `The contents say “${entry}”, the paper says “${title}”. They read as two tables: correct the title, or let the program make the contents.`,
  lost: ({ entry }) =>
    `The contents list “${entry}”, which the paper does not have. Add it, or let the program make the contents.`,
  unlisted: ({ title }) =>
    `The contents do not list “${title}”, though they list the others beside it. See whether it belongs here, or let the program make the contents.`,
  renumbered: ({ entry, title }) =>
    `The contents say “${entry}”, the paper says “${title}”. The numbers differ: correct one, or let the program make the contents.`,
  broken: ({ entry, expected }) =>
    `In the contents “${entry}” is number ${expected} in order. An entry seems to be missing: add it, or let the program make the contents.`,
  order: ({ entry, title }) =>
    `In the contents “${entry}” comes after “${title}”, in the paper before it. Put them in one order, or let the program make the contents.`
};

/**
 * The 目录 that the paper printed lists its sheets: each entry is one or a heading above some, with the same
 * title, number and place, and none of a kind is left out. The numbers of sheets below one heading run on,
 * and a sheet is titled after the project it names: a 目录 that the program makes prints these.
 */
export const tocMismatch: WorkbookRule = {
  code: 'toc-mismatch',
  severity: 'warning',
  scope: 'workbook',
  title: '目录的题名或序号对不上',
  source: '目录、表题与项目名称应一致，序号应连续',
  message: (values) => MESSAGES[values.kind ?? '']!(values),
  english: {
    title: 'Titles or numbers of the contents disagree',
    message: (values) => ENGLISH[values.kind ?? '']!(values)
  },
  examples: { bad: '1. 2. 4.', good: '1. 2. 3.' },
  check: (workbook) => [
    ...compareContents(workbook),
    ...checkNumbers(workbook),
    ...workbook.sheets.flatMap(checkTitle)
  ]
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
  const name = projectIn(sheet.title);
  if (fold(name).replace(/项目$/, '') === fold(projectName).replace(/项目$/, '')) return [];
  return [
    {
      place: { sheet: sheet.id, field: 'projectName' },
      values: { kind: 'title', title: name, name: projectName }
    }
  ];
});
