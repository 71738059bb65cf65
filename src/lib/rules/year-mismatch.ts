import type { SheetRule } from './rule.ts';
import { searchProse, textOf, type Found } from './sheet-texts.ts';

/** A year and the rest of its clause. */
const YEAR =
  /(?<![\d〔[（(《“])(20\d{2})年(?:度)?(?!底|末|初|以来|来|前|至|[-—~～到])([^。；，,;\n]{0,30})/g;

/** What says that a clause plans something. */
const PLANS = /^(?:将|拟|计划|力争|确保|预计|全年|继续)|该项目|本项目|(?:确保|力争|计划|将)/;

/** What says that a clause speaks of the past, or of a paper of that year. */
const PAST =
  /通知|要点|规划|方案|意见|办法|细则|文件|会议|实际|已|了|为基[数础]|以来|同期|决算|完成情况|上年|跨/;

/** What in front of a year says that it is compared with, or begins a period. */
const COMPARED = /(?:较|比|与|同|自|从|以|截至|截止|按照|根据)\s*$/;

/** Older years are part of a history. */
const YEARS_BACK = 3;

interface NamedYear extends Found {
  readonly year: number;
}

const findPlannedYears = searchProse((text): readonly NamedYear[] =>
  [...text.matchAll(YEAR)]
    .filter(({ index, 2: clause = '' }) => {
      const before = text.slice(Math.max(0, index - 6), index);
      return PLANS.test(clause) && !PAST.test(clause) && !COMPARED.test(before);
    })
    .map(({ index, 1: year = '' }) => ({ year: Number(year), range: [index, index + 5] as const }))
);

/** Prose that plans something plans it for the budget year. Papers, comparisons and the past are let be. */
export const yearMismatch: SheetRule = {
  code: 'year-mismatch',
  severity: 'warning',
  scope: 'sheet',
  kinds: ['text', 'brief', 'project'],
  title: '文中年份与预算年度不符',
  source: '绩效目标应是预算年度的目标',
  message: ({ found, year }) =>
    `预算年度是 ${year}年，这里安排的是“${found}”的事。多半是沿用了往年的文字，请核对年份和后面的目标值。`,
  english: {
    title: 'Another year than the budget year',
    message: ({ found, year }) =>
      `The budget year is ${year}, but this plans for “${found}”. The text may be last year's: check the year and the targets behind it.`
  },
  examples: { bad: '（2024 年预算）2023年确保网络畅通', good: '（2024 年预算）2024年确保网络畅通' },
  check: (sheet, { year }) =>
    year === null
      ? []
      : findPlannedYears(sheet)
          .filter(({ match }) => match.year < year && match.year >= year - YEARS_BACK)
          .map((found) => ({
            place: found.place,
            values: { found: textOf(found), year: String(year) }
          }))
};
