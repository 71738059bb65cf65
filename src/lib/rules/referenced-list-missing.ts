import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import { projectsOf } from './projects.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { matchesOf, searchProse, textOf } from './sheet-texts.ts';
import { shareOf } from './similarity.ts';
import { sheetsOf } from './sheets-by-kind.ts';

const REFERENCE = /(?:详见|具体见|内容见|见)(?:后附|所附|下列|下|附|列|明细|以下)表/g;

/** Tables and briefs name one project with more or fewer words: so much of one name is in the other. */
const SAME_NAME = 0.6;

const references = remember(searchProse(matchesOf(REFERENCE)));

/**
 * A table that the prose refers to is there. For a brief it is the project table of the same name, or
 * the table right behind it; for other prose any table behind it. One problem per sheet.
 */
export const referencedListMissing: WorkbookRule = {
  code: 'referenced-list-missing',
  severity: 'error',
  scope: 'workbook',
  title: '所指的列表不在文本里',
  source: '文中写明“详见列表”的，列表应随文本一并报送',
  message: ({ reference }) =>
    `文中写“${reference}”，文本里找不到这张表。指标和评价标准都在表里，缺表无法审核，请补上列表或改写这句话。`,
  english: {
    title: 'The list referred to is missing',
    message: ({ reference }) =>
      `The text says “${reference}”, and there is no such table. What it stands for cannot be examined: add the table or rewrite the sentence.`
  },
  examples: {
    bad: '具体设置情况详见列表。（没有列表）',
    good: '具体设置情况详见列表。（后附绩效目标表）'
  },
  check: (workbook) => [
    ...sheetsOf(workbook, 'brief').flatMap((sheet) => check(sheet, workbook)),
    ...sheetsOf(workbook, 'text').flatMap((sheet) => check(sheet, workbook))
  ]
};

function check(sheet: Sheet, workbook: Workbook): readonly Finding[] {
  const [found] = references(sheet);
  if (!found || hasTable(sheet, workbook)) return [];
  return [{ place: { sheet: sheet.id, ...found.place }, values: { reference: textOf(found) } }];
}

function hasTable(sheet: Sheet, workbook: Workbook): boolean {
  const behind = workbook.sheets.slice(workbook.sheets.indexOf(sheet) + 1);
  if (sheet.kind === 'text') return behind.some(isTable);
  const name = fold(fieldText(sheet, 'projectName'));
  return (
    (behind[0] !== undefined && isTable(behind[0])) ||
    projectsOf(workbook).some((project) => {
      const other = fold(fieldText(project, 'projectName'));
      return shareOf(name, other) >= SAME_NAME || shareOf(other, name) >= SAME_NAME;
    })
  );
}

function isTable({ kind }: Sheet): boolean {
  return kind === 'project' || kind === 'disclosure' || kind === 'free';
}
