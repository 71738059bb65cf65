import type { SheetRule } from './rule.ts';
import { matchesOf, searchProse, textOf } from './sheet-texts.ts';

/** Sections that speak of the coming year. */
const OF_THE_YEAR = /绩效目标|保障措施|工作目标|工作计划/;

/** What only a report of the past says. */
const REPORTS =
  /取得了?[^，。；：\n]{0,12}(?:成效|成绩|效果|进展|成果)|一年来|现将[^，。；\n]{0,20}总结|圆满完成了|(?:已|累计|相继)[^，。；\n]{0,30}\d+(?:条|次|件|人次|起|场)/g;

const findReports = searchProse(matchesOf(REPORTS));

/** Goals and measures speak of the coming year, not of what was achieved. One problem per section. */
export const sectionContentWrong: SheetRule = {
  code: 'section-content-wrong',
  severity: 'warning',
  scope: 'sheet',
  kinds: ['text'],
  title: '目标部分写成了工作总结',
  source: '绩效目标是预算年度要达到的产出和效果',
  message: ({ section, found }) =>
    `“${section}”应写来年要做到什么，这里写的是“${found}”。像是贴进了总结或信息公开报告，请换成预算年度的内容。`,
  english: {
    title: 'A report stands where goals belong',
    message: ({ section, found }) =>
      `“${section}” should say what the coming year is to achieve, but says “${found}”. It looks like a report pasted in: write what is planned.`
  },
  examples: { bad: '规范管理，取得了较好的成效。', good: '规范管理，全年公开信息不少于50条。' },
  check: (sheet) => {
    const [first, ...others] = OF_THE_YEAR.test(sheet.title) ? findReports(sheet) : [];
    if (!first) return [];
    return [
      {
        place: first.place,
        values: { section: sheet.title, found: textOf(first) },
        related: others.map(({ place }) => place)
      }
    ];
  }
};
