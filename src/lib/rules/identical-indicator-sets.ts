import { remember } from '#lib/model/remember.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import { groupBy } from './group-by.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';
import { pairsOfSame, type Pair } from './same-sheets.ts';

/** 依据 is left out: the same rows with another basis are still the same rows. */
const COMPARED = ['level1', 'level2', 'level3', 'description', 'target'];

/** A row as comparing sees it; empty where only its levels are filled, as in a new sheet. */
const foldRow = remember((row: Row) => {
  const isBlank = COMPARED.slice(2).every((column) => cellText(row, column).trim() === '');
  return isBlank ? '' : COMPARED.map((column) => fold(cellText(row, column))).join('\t');
});

/** How many rows are filled: far cheaper than a signature, and it tells most sheets apart. */
const countFilled = remember(
  (rows: Sheet['rows']) => rows.filter((row) => foldRow(row) !== '').length
);

const signature = remember((rows: Sheet['rows']) =>
  rows
    .map(foldRow)
    .filter((row) => row !== '')
    .sort()
    .join('\n')
);

/** No two projects have the same indicators: one problem for each pair, at the earlier sheet. */
export const identicalIndicatorSets: WorkbookRule = {
  code: 'identical-indicator-sets',
  severity: 'warning',
  scope: 'workbook',
  title: '两个项目的指标完全相同',
  source: '相关性：指标应体现本项目的内容，不套用模板',
  message: ({ other }) =>
    `全部指标与《${other}》相同（不计依据、标点和空格）。两个不同的项目不会有一样的目标，审核会认为是套用模板，请按各自的内容改写。`,
  english: {
    title: 'Two projects with the same indicators',
    message: ({ other }) =>
      `All indicators are the same as in “${other}” (basis, punctuation and spaces aside). Two different projects do not share all their goals, and a reviewer will take them for a template; rewrite each by what its project does.`
  },
  examples: { bad: '两张表的指标逐行相同', good: '指标写明本项目的对象和数量' },
  check: (workbook) =>
    pairsOfSameRows(projectsOf(workbook)).map(([sheet, other]) => ({
      place: { sheet: sheet.id },
      values: { other: other.title },
      related: [{ sheet: other.id }]
    }))
};

function pairsOfSameRows(sheets: readonly Sheet[]): readonly Pair[] {
  const byCount = groupBy(sheets, ({ rows }) => countFilled(rows));
  byCount.delete(0);
  return [...byCount.values()].flatMap((group) =>
    pairsOfSame(group, ({ rows }) => signature(rows))
  );
}
